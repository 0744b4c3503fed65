// The drawing itself: one ApexCharts instance that is told anew what to draw, and where on the page its parts have come to lie.
import type ApexCharts from 'apexcharts';
import type { ApexOptions } from 'apexcharts';
import { loadApex } from './apex.ts';
import type { Plot } from './crosshair.ts';
import type { Frame } from './frame.ts';
import type { Gap } from './gaps.ts';
import { unitsOf, type Drawn } from './picture.ts';

/** Margin of a chart of states alone, in pixels. */
const margin = 10;

export class Canvas {
  private chart: ApexCharts | null = null;
  private shown: { window: Gap; units: string[]; lines: boolean } | null = null;
  /** Where things lie until a redraw is done: meanwhile the library's own measures are gone, and a hand may be drawing a range. */
  private held: Plot | null = null;
  private gone = false;

  constructor(private readonly frame: Frame) {}

  get isDrawn(): boolean { return this.shown !== null; }

  async draw(drawn: readonly Drawn[], window: Gap, options: () => ApexOptions): Promise<void> {
    const Apex = await loadApex();
    if (this.gone) return;
    this.held = this.plot();
    this.shown = { window, units: unitsOf(drawn), lines: true };
    try {
      if (this.chart) await this.chart.updateOptions(options(), false, false, false);
      else {
        this.chart = new Apex(this.frame.canvas, options());
        await this.chart.render();
      }
    } finally {
      this.held = null;
    }
  }

  /** States alone have bars and an axis of time, but nothing to draw lines for. */
  withoutLines(window: Gap): void {
    this.shown = { window, units: [], lines: false };
  }

  plot(): Plot | null {
    if (this.held) return this.held;
    if (!this.shown) return null;
    const { window, units, lines } = this.shown;
    if (!lines) return { left: margin, top: 0, width: Math.max(1, this.frame.width() - 2 * margin), height: 0, from: window.from, to: window.to, yOf: () => 0 };
    const globals = (this.chart as unknown as { w?: { globals?: Record<string, unknown> } } | null)?.w?.globals;
    if (!globals) return null;
    const number = (name: string) => Number(globals[name]);
    const [left, top, width, height] = [number('translateX'), number('translateY'), number('gridWidth'), number('gridHeight')];
    if (!(width > 0)) return null;
    const scales = globals.yAxisScale as { niceMin: number; niceMax: number }[] | undefined;
    return {
      left, top, width, height, from: window.from, to: window.to,
      yOf(drawn, value) {
        const scale = scales?.[units.indexOf(drawn.unit)];
        return scale ? top + height * (1 - (value - scale.niceMin) / (scale.niceMax - scale.niceMin)) : top;
      },
    };
  }

  dispose(): void {
    this.gone = true;
    this.chart?.destroy();
  }
}
