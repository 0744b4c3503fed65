// The bars of on/off metrics below the lines, on the same time axis. Quiet while clear; only an active state takes a colour.
import type { Plot } from './crosshair.ts';
import type { Gap } from './gaps.ts';
import type { ChartLabels, StateOptions } from './options.ts';
import { layOut, silences, totals, type StateSpan, type StateTrack } from './states.ts';

export interface StateRow { options: StateOptions; track: StateTrack }

/** A word needs about this many pixels for each of its letters. */
const letter = 6.6;
const padding = 12;

/** As the style sheet makes it: words, bar and the gap below. */
const rowHeight = 44;

function part(name: 'div' | 'span', className: string, text?: string): HTMLElement {
  const element = document.createElement(name);
  element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

export class StateBars {
  readonly element = part('div', 'chart-bars');

  constructor(private readonly labels: Required<ChartLabels>, private readonly duration: (milliseconds: number) => string) {
    this.element.hidden = true;
  }

  /** Takes the room for so many rows before anything is drawn above them. */
  reserve(rows: number): void {
    this.element.hidden = rows === 0;
    this.element.style.minHeight = `${rows * rowHeight + 8}px`;
  }

  /** @param until the present: a time ahead is not a gap */
  draw(rows: readonly StateRow[], plot: Plot, until: number): void {
    this.reserve(rows.length);
    this.element.style.paddingLeft = `${plot.left}px`;
    this.element.style.width = `${plot.left + plot.width}px`;
    const window = { from: plot.from, to: plot.to };
    this.element.replaceChildren(...rows.map((row) => this.row(row, plot.width, window, Math.min(until, plot.to))));
  }

  wordOf({ activeWord, clearWord }: StateOptions, span: StateSpan): string {
    return span.active === null ? this.labels.changes.replace('{0}', String(span.changes)) : span.active ? activeWord : clearWord;
  }

  private row({ options, track }: StateRow, width: number, window: Gap, until: number): HTMLElement {
    const row = part('div', 'state-row');
    row.dataset.metric = options.metric;
    const head = part('div', 'state-head');
    const sum = totals(track.spans, window);
    const told = sum.times === 0 ? this.labels.never : this.labels.stateTotals.replace('{0}', options.activeWord).replace('{1}', String(sum.times)).replace('{2}', (sum.mixed ? '≥ ' : '') + this.duration(sum.length));
    head.append(part('span', 'nm', options.label), part('span', sum.times > 0 ? `sum ${options.tone}` : 'sum', told));
    const bars = part('div', 'state-track');
    bars.append(...this.gaps(track, width, window, until), ...layOut(track.spans, window, width).map(({ left, width: wide, span }) => {
      const bar = part('span', `state-bar ${span.active === null ? 'mixed' : span.active ? options.tone : 'clear'}`);
      bar.style.cssText = `left:${left.toFixed(1)}px;width:${wide.toFixed(1)}px`;
      const word = this.wordOf(options, span);
      const long = `${word} ${this.duration(span.to - span.from)}`;
      bar.textContent = fits(long, wide) ? long : fits(word, wide) ? word : '';
      return bar;
    }));
    row.append(head, bars);
    return row;
  }

  private gaps(track: StateTrack, width: number, window: Gap, until: number): HTMLElement[] {
    const scale = width / (window.to - window.from);
    return silences(track.spans, { from: window.from, to: until }).map(({ from, to }) => {
      const gap = part('span', 'state-bar gap');
      gap.style.cssText = `left:${((from - window.from) * scale).toFixed(1)}px;width:${((to - from) * scale).toFixed(1)}px`;
      return gap;
    });
  }
}

/** Chinese letters are about twice as wide. */
function fits(text: string, width: number): boolean {
  const letters = [...text].reduce((sum, character) => sum + (character.charCodeAt(0) > 0x2e80 ? 2 : 1), 0);
  return letters * letter + padding <= width;
}
