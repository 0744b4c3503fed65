// The parts around a chart: the key to its lines, the place it is drawn in, the bars and the time axis below, and words when there is nothing to draw.
import type { Plot } from './crosshair.ts';
import type { Drawn } from './picture.ts';
import type { Times } from './times.ts';

function part(className: string): HTMLDivElement {
  const element = document.createElement('div');
  element.className = className;
  return element;
}

const svgNamespace = 'http://www.w3.org/2000/svg';

/** The hatching of gaps, as a pattern the drawing refers to by name. */
function hatchPattern(id: string): SVGSVGElement {
  const make = (name: string, attributes: Record<string, string>) => {
    const element = document.createElementNS(svgNamespace, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  const svg = make('svg', { width: '0', height: '0', 'aria-hidden': 'true', class: 'chart-defs' }) as SVGSVGElement;
  const pattern = make('pattern', { id, width: '6', height: '6', patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' });
  pattern.append(make('rect', { width: '6', height: '6', class: 'hatch-ground' }), make('path', { d: 'M0 0V6', class: 'hatch-line' }));
  svg.append(pattern);
  return svg;
}

export interface Key { resolution: string; late: string | null; before: string | null }

export class Frame {
  /** Lines, bars and axis: all that shares one crosshair. */
  readonly stage = part('chart-stage');
  readonly plot = part('chart-plot');
  readonly canvas = part('chart-canvas');
  private readonly axis = part('chart-axis');
  private readonly key = part('legend chart-key');
  private readonly words = part('chart-words empty');
  private readonly progress = part('chart-progress');
  private readonly defs: SVGSVGElement;

  constructor(private readonly element: HTMLElement, title: string, hatch: string, bars: HTMLElement, marks: SVGElement) {
    this.defs = hatchPattern(hatch);
    this.words.hidden = true;
    this.words.setAttribute('role', 'status');
    this.stage.tabIndex = 0;
    this.stage.setAttribute('role', 'img');
    this.stage.setAttribute('aria-label', title);
    this.axis.setAttribute('aria-hidden', 'true');
    this.progress.setAttribute('aria-hidden', 'true');
    this.plot.append(this.canvas, marks);
    this.stage.append(this.plot, bars, this.axis);
    element.classList.add('chart-history');
    element.append(this.defs, this.key, this.progress, this.stage, this.words);
  }

  height(): number {
    return Math.max(160, this.plot.clientHeight || 300);
  }

  width(): number {
    return this.stage.clientWidth || this.element.clientWidth || 600;
  }

  legend(drawn: readonly Drawn[], { resolution, late, before }: Key): void {
    const entries = drawn.map(({ name, unit, colour, dashed }) => {
      const entry = document.createElement('span');
      const swatch = document.createElement('i');
      swatch.className = dashed ? 'sw2 dashed' : 'sw2';
      swatch.style.borderColor = colour;
      entry.append(swatch, `${name} ${unit}`.trim());
      return entry;
    });
    const note = document.createElement('span');
    note.className = 'dim end';
    note.dataset.testid = 'resolution';
    note.textContent = [before && `┄ ${before}`, late && `○ ${late}`, resolution].filter(Boolean).join(' · ');
    this.key.replaceChildren(...entries, note);
  }

  /** The time axis, with as many labels as there is room for. */
  timeAxis(plot: Plot, times: Times): void {
    const ticks = times.ticks(plot.from, plot.to, Math.max(2, plot.width / 84));
    this.axis.replaceChildren(...ticks.map(({ at, text, strong }) => {
      const label = document.createElement(strong ? 'b' : 'span');
      label.textContent = text;
      label.style.left = `${plot.left + ((at - plot.from) / (plot.to - plot.from)) * plot.width}px`;
      return label;
    }));
  }

  /** A chart of states alone has no lines. */
  hasLines(has: boolean): void {
    this.plot.hidden = !has;
    this.element.classList.toggle('no-lines', !has);
  }

  /** The old picture stays, dimmed, until the new one is there. */
  wait(waits: boolean): void {
    if (waits) this.element.dataset.loading = 'true';
    else delete this.element.dataset.loading;
    this.stage.setAttribute('aria-busy', String(waits));
  }

  /** Words in place of the picture, or null to show the picture. */
  say(text: string | null, state: 'empty' | 'failed' | 'loading' | null): void {
    this.words.hidden = text === null;
    this.words.textContent = text ?? '';
    this.stage.hidden = text !== null;
    if (state) this.element.dataset.state = state;
    else delete this.element.dataset.state;
    if (state === 'empty' || state === 'failed') this.element.dataset.ready = 'true';
  }

  dispose(): void {
    for (const element of [this.defs, this.key, this.progress, this.stage, this.words]) element.remove();
    this.element.classList.remove('chart-history', 'no-lines');
  }
}
