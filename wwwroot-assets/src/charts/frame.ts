// The parts around a chart: the key to its lines, the place it is drawn in, and words when there is nothing to draw.
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

export class Frame {
  readonly plot = part('chart-plot');
  readonly canvas = part('chart-canvas');
  private readonly axis = part('chart-axis');
  private readonly key = part('legend chart-key');
  private readonly words = part('chart-words empty');
  private readonly defs: SVGSVGElement;

  constructor(private readonly element: HTMLElement, title: string, hatch: string) {
    this.defs = hatchPattern(hatch);
    this.words.hidden = true;
    this.plot.tabIndex = 0;
    this.plot.setAttribute('role', 'img');
    this.plot.setAttribute('aria-label', title);
    this.axis.setAttribute('aria-hidden', 'true');
    this.plot.append(this.canvas, this.axis);
    element.classList.add('chart-history');
    element.append(this.defs, this.key, this.plot, this.words);
  }

  height(): number {
    return Math.max(160, this.plot.clientHeight || 300);
  }

  legend(drawn: Drawn[], resolution: string): void {
    const entries = drawn.map(({ name, unit, colour }) => {
      const entry = document.createElement('span');
      const swatch = document.createElement('i');
      swatch.className = 'sw2';
      swatch.style.borderColor = colour;
      entry.append(swatch, `${name} ${unit}`.trim());
      return entry;
    });
    const note = document.createElement('span');
    note.className = 'dim end';
    note.textContent = resolution;
    this.key.replaceChildren(...entries, note);
  }

  /** The time axis, with as many labels as there is room for. */
  timeAxis(plot: Plot, times: Times): void {
    this.axis.style.top = `${plot.top + plot.height + 8}px`;
    const ticks = times.ticks(plot.from, plot.to, Math.max(2, plot.width / 84));
    this.axis.replaceChildren(...ticks.map(({ at, text, strong }) => {
      const label = document.createElement(strong ? 'b' : 'span');
      label.textContent = text;
      label.style.left = `${plot.left + ((at - plot.from) / (plot.to - plot.from)) * plot.width}px`;
      return label;
    }));
  }

  width(): number {
    return this.plot.clientWidth || 600;
  }

  /** Words in place of the picture, or null to show the picture. */
  say(text: string | null, state: 'empty' | 'failed' | null): void {
    this.words.hidden = text === null;
    this.words.textContent = text ?? '';
    this.plot.hidden = text !== null;
    if (state) {
      this.element.dataset.state = state;
      this.element.dataset.ready = 'true';
    } else delete this.element.dataset.state;
  }

  dispose(): void {
    for (const element of [this.defs, this.key, this.plot, this.words]) element.remove();
    this.element.classList.remove('chart-history');
  }
}
