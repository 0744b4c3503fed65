// The history of a device: several metrics over one window of time, loaded from the server and growing while one looks.
import type ApexCharts from 'apexcharts';
import type { ReadingPoint, Series } from '../hub/contract.ts';
import { invoke, serverNow } from '../hub/link.ts';
import { onDevice } from '../hub/topics.ts';
import { ageLanguage, formatAge } from '../live/age.ts';
import { onThemeChange } from '../theme/watch.ts';
import { loadApex } from './apex.ts';
import { Crosshair, type Plot } from './crosshair.ts';
import { DragZoom } from './drag.ts';
import { colourToken, fullLabels, type ChartLabels, type HistoryHandle, type HistoryOptions } from './options.ts';
import { chartOptions, type Drawn } from './picture.ts';
import { Frame } from './frame.ts';
import { Times } from './times.ts';
import { mostPoints, Track } from './track.ts';

const hour = 3_600_000;
const liveEvery = 1_000;
/** A window whose end is this close to now is meant to move with the clock. */
const nowTolerance = 60_000;
const shortestZoom = 60_000;

let charts = 0;

export class History {
  private readonly labels: Required<ChartLabels>;
  private readonly times: Times;
  private readonly frame: Frame;
  private readonly crosshair: Crosshair;
  private readonly drag: DragZoom;
  private readonly wider: { span: number; end: number | null }[] = [];
  private readonly hatch = `chart-hatch-${++charts}`;
  private tracks: Track[] = [];
  private chart: ApexCharts | null = null;
  private span: number;
  /** The end of a window in the past; null while it moves with the clock. */
  private end: number | null = null;
  private shown: { from: number; to: number } | null = null;
  private loading = 0;
  private drawTimer: ReturnType<typeof setTimeout> | undefined;
  private lastDrawnAt = -Infinity;
  private reloadTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly clock: ReturnType<typeof setInterval>;
  private readonly stops: (() => void)[];
  private gone = false;

  constructor(private readonly element: HTMLElement, private readonly options: HistoryOptions) {
    this.labels = fullLabels(options.labels);
    this.times = new Times(options.culture, options.timeZone);
    this.span = Math.max(options.hours, 0.05) * hour;
    this.frame = new Frame(element, this.labels.title, this.hatch);
    this.crosshair = new Crosshair(this.frame.plot, { plot: () => this.plot(), drawn: () => this.drawn(), times: this.times, culture: options.culture });
    this.drag = new DragZoom(this.frame.plot, () => this.plot(), (from, to) => this.zoomIn(from, to), () => this.zoomOut());
    this.stops = [
      // the first snapshot starts the loading; later ones follow a gap that could not be filled
      onDevice(options.sn, { snapshot: () => void this.load(), changed: (_device, readings) => this.take(readings) }),
      onThemeChange(() => this.planDraw(true)),
    ];
    this.clock = setInterval(() => this.slide(), liveEvery);
  }

  private window(): { from: number; to: number } {
    const to = this.end ?? serverNow();
    return { from: to - this.span, to };
  }

  private async load(): Promise<void> {
    const mine = ++this.loading;
    const { from, to } = this.window();
    try {
      const answers = await Promise.all(this.options.series.map(({ metric }) => invoke<Series>('series', this.options.sn, metric, Math.floor(from), Math.ceil(to), mostPoints)));
      if (mine !== this.loading || this.gone) return;
      this.tracks = answers.map((answer) => {
        const track = new Track(answer.metric);
        track.load(answer);
        return track;
      });
    } catch {
      if (mine !== this.loading || this.gone) return;
      // what is already drawn stays; only an empty chart says that it failed
      if (this.tracks.length === 0) this.frame.say(this.labels.failed, 'failed');
      this.reloadLater(10_000);
      return;
    }
    this.planDraw(true);
  }

  private take(readings: readonly ReadingPoint[]): void {
    if (this.end !== null || this.tracks.length === 0) return;
    let changed = false;
    for (const reading of readings) {
      const track = this.tracks.find(({ metric }) => metric === reading.metric);
      if (track?.take(reading)) changed = true;
    }
    if (!changed) return;
    this.planDraw(false);
    const thinned = Math.max(0, ...this.tracks.map((track) => track.resolution));
    // live buckets are estimates, and raw points can outgrow the screen: both are settled by loading again
    if (this.tracks.some((track) => track.isFull)) this.reloadLater(0);
    else if (thinned > 0) this.reloadLater(Math.max(thinned, 15_000));
  }

  private reloadLater(wait: number): void {
    this.reloadTimer ??= setTimeout(() => {
      this.reloadTimer = undefined;
      if (!this.gone) void this.load();
    }, wait);
  }

  /** Moves the window with the clock when it has gone on by about a pixel. */
  private slide(): void {
    if (this.end !== null || !this.shown || document.visibilityState === 'hidden') return;
    if (serverNow() - this.shown.to >= Math.max(liveEvery, this.span / 800)) this.planDraw(false);
  }

  private planDraw(atOnce: boolean): void {
    if (this.gone || this.tracks.length === 0) return;
    if (atOnce) {
      clearTimeout(this.drawTimer);
      this.drawTimer = undefined;
    }
    if (this.drawTimer !== undefined) return;
    const wait = atOnce ? 0 : Math.max(0, this.lastDrawnAt + liveEvery - performance.now());
    this.drawTimer = setTimeout(() => void this.draw(), wait);
  }

  private drawn(): Drawn[] {
    const style = getComputedStyle(document.documentElement);
    return this.options.series.flatMap((series, order) => {
      const track = this.tracks.find(({ metric }) => metric === series.metric);
      if (!track) return [];
      const colour = style.getPropertyValue(`--${colourToken(series.color, order)}`).trim();
      return [{ track, name: series.label, unit: series.unit ?? track.unit ?? '', decimals: series.decimals, colour }];
    });
  }

  private async draw(): Promise<void> {
    this.drawTimer = undefined;
    this.lastDrawnAt = performance.now();
    const window = this.window();
    for (const track of this.tracks) track.trim(window.from);
    const drawn = this.drawn().filter(({ track }) => track.points.length > 0);
    this.frame.legend(this.drawn(), this.resolutionText());
    if (drawn.length === 0) this.frame.say(this.labels.empty, 'empty');
    else {
      this.frame.say(null, null);
      try {
        await this.picture(drawn, window);
      } catch (error) {
        this.failed(error);
        return;
      }
    }
    if (!this.gone) this.report(drawn, window);
  }

  /** The library could not be loaded or could not draw; the data is here, so drawing is all that is tried again. */
  private failed(error: unknown): void {
    if (this.gone) return;
    console.warn('The chart could not be drawn.', error);
    if (!this.chart) this.frame.say(this.labels.failed, 'failed');
    clearTimeout(this.drawTimer);
    this.drawTimer = setTimeout(() => void this.draw(), 10_000);
  }

  private async picture(drawn: Drawn[], window: { from: number; to: number }): Promise<void> {
    // series are known to the library by number only: names come from outside
    const named = drawn.map((item, i) => ({ ...item, name: `s${i}` }));
    const options = chartOptions({
      drawn: named, window, width: this.plot()?.width ?? this.frame.width() - 160, height: this.frame.height(), times: this.times, culture: this.options.culture, noData: this.labels.noData, hatch: this.hatch,
      duration: (milliseconds) => formatAge(milliseconds, ageLanguage(this.options.culture ?? document.documentElement.lang)),
    });
    this.shown = window;
    if (this.chart) {
      await this.chart.updateOptions(options, false, false, false);
    } else {
      const Apex = await loadApex();
      if (this.gone || this.chart) return;
      this.chart = new Apex(this.frame.canvas, options);
      await this.chart.render();
    }
    if (this.gone) return;
    const plot = this.plot();
    if (plot) this.frame.timeAxis(plot, this.times);
    this.crosshair.refresh();
  }

  private report(drawn: Drawn[], window: { from: number; to: number }): void {
    const { dataset } = this.element;
    dataset.points = String(drawn.reduce((sum, { track }) => sum + track.points.length, 0));
    dataset.lastAt = String(Math.max(0, ...drawn.map(({ track }) => track.newestAt)));
    dataset.resolution = String(Math.max(0, ...drawn.map(({ track }) => track.resolution)));
    dataset.from = String(Math.round(window.from));
    dataset.to = String(Math.round(window.to));
    dataset.ready = 'true';
  }

  private resolutionText(): string {
    const resolution = Math.max(0, ...this.tracks.map((track) => track.resolution));
    if (resolution === 0) return this.labels.raw;
    return this.labels.bucketed.replace('{0}', formatAge(resolution, ageLanguage(this.options.culture ?? document.documentElement.lang)));
  }

  private plot(): Plot | null {
    const globals = (this.chart as unknown as { w?: { globals?: Record<string, unknown> } } | null)?.w?.globals;
    if (!globals || !this.shown) return null;
    const number = (name: string) => Number(globals[name]);
    const [left, top, width, height] = [number('translateX'), number('translateY'), number('gridWidth'), number('gridHeight')];
    const scales = globals.yAxisScale as { niceMin: number; niceMax: number }[] | undefined;
    const units = [...new Set(this.drawn().filter(({ track }) => track.points.length > 0).map(({ unit }) => unit))];
    return {
      left, top, width, height, from: this.shown.from, to: this.shown.to,
      yOf(drawn, value) {
        const scale = scales?.[units.indexOf(drawn.unit)];
        return scale ? top + height * (1 - (value - scale.niceMin) / (scale.niceMax - scale.niceMin)) : top;
      },
    };
  }

  handle(): HistoryHandle {
    return {
      setTheme: () => this.planDraw(true),
      setRange: (from, to) => {
        this.wider.length = 0;
        this.setRange(from, to);
      },
      dispose: () => this.dispose(),
    };
  }

  private setRange(from: number, to: number): void {
    if (!(to > from)) return;
    this.span = to - from;
    this.end = Math.abs(serverNow() - to) < nowTolerance ? null : to;
    void this.load();
  }

  private zoomIn(from: number, to: number): void {
    if (to - from < shortestZoom) return;
    this.wider.push({ span: this.span, end: this.end });
    this.setRange(from, to);
    this.tellRange();
  }

  /** Back to where the zoom began; from there to twice as much. */
  private zoomOut(): void {
    const before = this.wider.pop();
    if (before) {
      this.span = before.span;
      this.end = before.end;
      void this.load();
    } else {
      const { from, to } = this.window();
      this.setRange(from - (to - from) / 2, Math.min(serverNow(), to + (to - from) / 2));
    }
    this.tellRange();
  }

  private tellRange(): void {
    const { from, to } = this.window();
    const detail = { from: Math.round(from), to: Math.round(to) };
    this.element.dispatchEvent(new CustomEvent('rangechange', { detail, bubbles: true }));
    this.options.dotnet?.invokeMethodAsync('RangeChanged', detail.from, detail.to).catch(() => undefined);
  }

  private dispose(): void {
    if (this.gone) return;
    this.gone = true;
    clearTimeout(this.drawTimer);
    clearTimeout(this.reloadTimer);
    clearInterval(this.clock);
    for (const stop of this.stops) stop();
    this.drag.dispose();
    this.crosshair.dispose();
    this.chart?.destroy();
    this.frame.dispose();
  }
}
