// One crosshair through the chart and a note beside it, built from text nodes. Works with the mouse, a finger and the arrow keys.
import { formatFigure } from '../live/figure.ts';
import type { Drawn } from './picture.ts';
import type { StateRow } from './statebars.ts';
import type { Times } from './times.ts';
import type { TrackPoint } from './track.ts';

/** Where the drawing area lies inside the chart, in CSS pixels, and what times it spans. */
export interface Plot { left: number; top: number; width: number; height: number; from: number; to: number; yOf(drawn: Drawn, value: number): number }

export interface CrosshairSource {
  plot(): Plot | null;
  drawn(): Drawn[];
  /** The bars below, with the word of a state at a time. */
  states(): StateRow[];
  wordAt(row: StateRow, at: number): string | null;
  /** How long the crosshair is, from the top of the drawing area. */
  reach(): number;
  /** What is said of a reading that came late. */
  lateText(seconds: number): string;
  /** The line of the time before, by the same order as the drawn ones. */
  before(item: Drawn): Drawn | null;
  times: Times;
  culture: string | undefined;
}

function box(className: string): HTMLDivElement {
  const element = document.createElement('div');
  element.className = className;
  return element;
}

export class Crosshair {
  private readonly line = box('chart-cross');
  private readonly note = box('chart-note-box');
  private readonly dots = box('chart-dots');
  private at: number | null = null;

  constructor(private readonly frame: HTMLElement, private readonly source: CrosshairSource) {
    for (const part of [this.line, this.dots, this.note]) {
      part.hidden = true;
      frame.append(part);
    }
    this.note.setAttribute('role', 'status');
    frame.addEventListener('pointermove', this.move);
    frame.addEventListener('pointerdown', this.move);
    frame.addEventListener('pointerleave', this.hide);
    frame.addEventListener('keydown', this.key);
    frame.addEventListener('blur', this.hide);
  }

  private readonly move = (event: PointerEvent): void => {
    const plot = this.source.plot();
    if (!plot) return;
    const x = event.clientX - this.frame.getBoundingClientRect().left - plot.left;
    if (x < -8 || x > plot.width + 8) {
      this.hide();
      return;
    }
    this.show(plot.from + (Math.min(plot.width, Math.max(0, x)) / plot.width) * (plot.to - plot.from));
  };

  private readonly key = (event: KeyboardEvent): void => {
    const plot = this.source.plot();
    const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, PageUp: -20, PageDown: 20 };
    const step = steps[event.key];
    if (!plot || (step === undefined && event.key !== 'Escape')) return;
    event.preventDefault();
    if (step === undefined) {
      this.hide();
      return;
    }
    const width = (plot.to - plot.from) / 200;
    this.show(Math.min(plot.to, Math.max(plot.from, (this.at ?? plot.to) + step * width)));
  };

  private readonly hide = (): void => {
    this.at = null;
    for (const part of [this.line, this.dots, this.note]) part.hidden = true;
  };

  /** Follows the picture when it moved below a resting pointer. */
  refresh(): void {
    if (this.at !== null) this.show(this.at);
  }

  private show(at: number): void {
    const plot = this.source.plot();
    const found = this.source.drawn().map((item) => ({ item, point: item.track.nearest(at) }));
    const states = this.source.states();
    if (!plot || found.length + states.length === 0) return;
    this.at = at;
    const near = found.find(({ point }) => point);
    const shownAt = Math.min(plot.to, Math.max(plot.from, near?.point?.at ?? at));
    const x = plot.left + ((shownAt - plot.from) / (plot.to - plot.from)) * plot.width;
    this.line.style.cssText = `left:${x}px;top:${plot.top}px;height:${this.source.reach() - plot.top}px`;
    this.note.replaceChildren(this.heading(near?.point?.at ?? at, near?.item.track.resolution ?? 0));
    this.dots.replaceChildren();
    for (const { item, point } of found) {
      this.note.append(this.row(item, point, this.source.before(item)?.track.nearest(shownAt) ?? null));
      if (point && point.at >= plot.from) this.dots.append(this.dot(plot, item, point.at, point.value));
    }
    for (const row of states) {
      const word = this.source.wordAt(row, shownAt);
      this.note.append(this.words(row.options.label, word ?? '–'));
    }
    const late = found.map(({ item, point }) => (point ? item.track.late.get(point.at) : undefined)).find((seconds) => seconds !== undefined);
    if (late !== undefined) {
      const foot = box('ft');
      foot.textContent = this.source.lateText(late);
      this.note.append(foot);
    }
    for (const part of [this.line, this.dots, this.note]) part.hidden = false;
    this.place(x, plot);
  }

  private heading(at: number, resolution: number): HTMLElement {
    const element = box('hd');
    element.textContent = resolution > 0 ? this.source.times.span(at, at + resolution) : this.source.times.full(at);
    return element;
  }

  private row(item: Drawn, point: TrackPoint | null, before: TrackPoint | null): HTMLElement {
    const row = box('rw');
    const swatch = document.createElement('i');
    swatch.style.background = item.colour;
    const figure = (value: number) => formatFigure(value, this.source.culture, item.decimals);
    const parts: [string, string][] = [['nm', item.name], ['v', point ? `${figure(point.value)} ${item.unit}`.trim() : '–']];
    if (point && item.track.resolution > 0) parts.push(['range', `${figure(point.min)}–${figure(point.max)}`]);
    if (before) parts.push(['range', `┄ ${figure(before.value)}`]);
    row.append(swatch, ...parts.map(([className, text]) => {
      const part = document.createElement('span');
      part.className = className;
      part.textContent = text;
      return part;
    }));
    return row;
  }

  private words(name: string, word: string): HTMLElement {
    const row = box('rw');
    const [label, value] = [document.createElement('span'), document.createElement('span')];
    label.className = 'nm';
    label.textContent = name;
    value.className = 'v';
    value.textContent = word;
    row.append(document.createElement('i'), label, value);
    return row;
  }

  private dot(plot: Plot, item: Drawn, at: number, value: number): HTMLElement {
    const dot = document.createElement('i');
    const x = plot.left + ((at - plot.from) / (plot.to - plot.from)) * plot.width;
    dot.style.cssText = `left:${x}px;top:${plot.yOf(item, value)}px`;
    dot.style.background = item.colour;
    return dot;
  }

  /** Beside the line, on the side with more room. */
  private place(x: number, plot: Plot): void {
    const right = x < plot.left + plot.width / 2;
    const width = this.note.offsetWidth;
    this.note.style.left = `${Math.max(0, Math.min(right ? x + 12 : x - width - 12, this.frame.clientWidth - width))}px`;
    this.note.style.top = `${plot.top + 12}px`;
  }

  dispose(): void {
    this.frame.removeEventListener('pointermove', this.move);
    this.frame.removeEventListener('pointerdown', this.move);
    this.frame.removeEventListener('pointerleave', this.hide);
    this.frame.removeEventListener('keydown', this.key);
    this.frame.removeEventListener('blur', this.hide);
    for (const part of [this.line, this.dots, this.note]) part.remove();
  }
}
