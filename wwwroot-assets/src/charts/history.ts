// Series of one or many devices over one window of time, loaded from the server and growing while one looks.
import type { ReadingPoint } from '../hub/contract.ts';
import { isStanding, serverNow } from '../hub/link.ts';
import { ageLanguage, formatAge } from '../live/age.ts';
import { onThemeChange } from '../theme/watch.ts';
import { loadApex } from './apex.ts';
import { Canvas } from './canvas.ts';
import { Crosshair } from './crosshair.ts';
import { DragZoom } from './drag.ts';
import { Frame } from './frame.ts';
import type { Gap } from './gaps.ts';
import { LiveDevices } from './live.ts';
import { Loader, type Loaded } from './loader.ts';
import { Marks } from './marks.ts';
import { colourToken, fullLabels, type ChartLabels, type HistoryHandle, type HistoryOptions, type HistoryRequest } from './options.ts';
import { chartOptions, type Drawn } from './picture.ts';
import { resolutionText } from './resolution.ts';
import { StateBars, type StateRow } from './statebars.ts';
import { stateAt } from './states.ts';
import { Times } from './times.ts';
import { keyOf, mostPoints, type Track } from './track.ts';
import { beforeOf, isLive, isMoving, pointBudget, shortestZoom, widened, windowAt, type WindowOptions } from './window.ts';

/** How often a moving window is looked at. */
const slideEvery = 1_000;
/** Pause between two pictures: news is seen at once after a quiet time and at most this often in a stream. */
const drawEvery = 500;
/** A picture that takes long is drawn less often, but what is shown is never older than this and the drawing itself. */
const drawAtLeastEvery = 1_200;
/** Room beside the drawing area for the axes, roughly: the budget of points is asked for before the first picture. */
const axesWidth = 110;

let charts = 0;

export class History {
  private readonly labels: Required<ChartLabels>;
  private readonly times: Times;
  private readonly frame: Frame;
  private readonly bars: StateBars;
  private readonly marks = new Marks();
  private readonly canvas: Canvas;
  private readonly crosshair: Crosshair;
  private readonly drag: DragZoom;
  private readonly loader = new Loader();
  private readonly live: LiveDevices;
  private readonly wider: WindowOptions[] = [];
  private readonly hatch = `chart-hatch-${++charts}`;
  private request: HistoryRequest;
  /** What the loaded data was wanted for; the picture is of this, whatever has been asked for since. */
  private drawnFor: HistoryRequest;
  private loaded: Loaded | null = null;
  private points = 0;
  private loadPlanned: ReturnType<typeof setTimeout> | undefined;
  private drawTimer: ReturnType<typeof setTimeout> | undefined;
  private lastDrawnAt = -Infinity;
  private lastDrawTook = 0;
  private reloadTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly clock: ReturnType<typeof setInterval>;
  private readonly observer: ResizeObserver;
  private readonly stopTheme: () => void;
  private gone = false;

  constructor(private readonly element: HTMLElement, private readonly options: HistoryOptions) {
    this.request = this.drawnFor = options;
    this.labels = fullLabels(options.labels);
    this.times = new Times(options.culture, options.timeZone);
    this.bars = new StateBars(this.labels, (length) => this.duration(length));
    this.frame = new Frame(element, this.labels.title, this.hatch, this.bars.element, this.marks.element);
    this.canvas = new Canvas(this.frame);
    this.crosshair = new Crosshair(this.frame.stage, {
      plot: () => this.canvas.plot(), drawn: () => this.drawn(), states: () => this.stateRows(), reach: () => this.reach(),
      wordAt: (row, at) => {
        const span = stateAt(row.track.spans, at);
        return span && this.bars.wordOf(row.options, span);
      },
      before: (item) => this.before().find(({ track }) => track.key === item.track.key) ?? null,
      lateText: (seconds) => this.labels.lateBy.replace('{0}', this.duration(seconds * 1_000)),
      times: this.times, culture: options.culture,
    });
    this.drag = new DragZoom(this.frame.stage, () => this.canvas.plot(), (from, to) => this.zoomIn(from, to), () => this.zoomOut());
    this.stopTheme = onThemeChange(() => this.planDraw(true));
    this.clock = setInterval(() => this.slide(), slideEvery);
    this.observer = new ResizeObserver(() => this.resized());
    this.observer.observe(element);
    this.live = new LiveDevices(() => this.planLoad(), (sn, readings) => this.take(sn, readings));
    this.frame.say(this.labels.loading, 'loading');
    this.follow();
  }

  private follow(): void {
    this.live.follow([...this.request.series, ...(this.request.states ?? [])].map(({ sn }) => sn));
  }

  private show(request: HistoryRequest): void {
    this.request = request;
    this.wider.length = 0;
    this.follow();
    this.planLoad();
  }

  /** Many devices become ready at once; one question is enough for all. */
  private planLoad(): void {
    if (this.gone) return;
    this.frame.wait(true);
    this.loadPlanned ??= setTimeout(() => {
      this.loadPlanned = undefined;
      if (!this.gone) void this.load();
    }, 20);
  }

  private async load(): Promise<void> {
    clearTimeout(this.reloadTimer);
    this.reloadTimer = undefined;
    const { request } = this;
    const window = windowAt(request.window, serverNow());
    this.points = pointBudget(this.frame.width() - axesWidth, mostPoints);
    try {
      const loaded = await this.loader.load({
        series: request.series, states: request.states ?? [], window, before: request.compare ? beforeOf(window, request.before ?? null) : null,
        points: this.points, resolution: request.resolution ?? null, zone: this.options.timeZone ?? null,
      });
      if (!loaded || this.gone) return;
      this.loaded = loaded;
      this.drawnFor = request;
    } catch {
      if (this.gone) return;
      this.frame.wait(false);
      // what is already drawn stays as long as it is of the same time; another time is not shown under a new heading
      const isRefused = isStanding() && (request.resolution ?? null) !== null;
      if (!this.loaded || this.drawnFor !== this.request) this.frame.say(isRefused ? this.labels.refused : this.labels.failed, 'failed');
      if (!isRefused) this.reloadLater(isStanding() ? 10_000 : 2_000);
      return;
    }
    this.planDraw(true);
  }

  private take(sn: string, readings: readonly ReadingPoint[]): void {
    const { loaded } = this;
    const now = serverNow();
    if (!loaded || !isLive(this.drawnFor.window, now)) return;
    const end = isMoving(this.drawnFor.window) ? Infinity : this.drawnFor.window.to;
    let changed = false;
    for (const reading of readings) {
      if (reading.at > end) continue;
      const key = keyOf({ sn, metric: reading.metric });
      if (loaded.tracks.find((track) => track.key === key)?.take(reading)) changed = true;
      const state = loaded.states.find((track) => track.key === key);
      if (state && reading.value !== null && state.take(reading.at, reading.value !== 0)) changed = true;
    }
    if (!changed) return;
    this.planDraw(false);
    const thinned = Math.max(0, ...loaded.tracks.map((track) => track.resolution));
    // live buckets are estimates, and raw points can outgrow the screen: both are settled by loading again
    if (loaded.tracks.some((track) => track.isFull)) this.reloadLater(5_000);
    else if (thinned > 0) this.reloadLater(Math.min(Math.max(thinned, 15_000), 300_000));
  }

  private reloadLater(wait: number): void {
    this.reloadTimer ??= setTimeout(() => {
      this.reloadTimer = undefined;
      if (!this.gone) void this.load();
    }, wait);
  }

  /** Moves the window with the clock when it has gone on by about a pixel. */
  private slide(): void {
    const shown = this.canvas.plot();
    if (!shown || !isMoving(this.drawnFor.window) || document.visibilityState === 'hidden') return;
    if (serverNow() - shown.to >= Math.max(slideEvery, this.drawnFor.window.span / 800)) this.planDraw(false);
  }

  /** A wider or narrower chart is drawn anew at once, and told anew when its points are far too few or too many. */
  private resized(): void {
    if (!this.loaded) return;
    const wanted = pointBudget(this.frame.width() - axesWidth, mostPoints);
    if (wanted > this.points * 1.5 || wanted < this.points / 2) this.planLoad();
    this.planDraw(false);
  }

  private planDraw(atOnce: boolean): void {
    if (this.gone || !this.loaded) return;
    if (atOnce) {
      clearTimeout(this.drawTimer);
      this.drawTimer = undefined;
    }
    if (this.drawTimer !== undefined) return;
    const wait = atOnce ? 0 : Math.max(0, this.lastDrawnAt + pauseAfter(this.lastDrawTook) - performance.now());
    this.drawTimer = setTimeout(() => void this.draw(), wait);
  }

  private toDrawn(tracks: readonly Track[], isBefore: boolean): Drawn[] {
    const style = getComputedStyle(document.documentElement);
    return this.drawnFor.series.flatMap((series, order) => {
      const track = tracks.find(({ key }) => key === keyOf(series));
      if (!track) return [];
      const colour = style.getPropertyValue(`--${colourToken(series.color, order)}`).trim();
      return [{ track, name: series.label, unit: series.unit ?? track.unit ?? '', decimals: series.decimals, colour, dashed: series.dashed ?? false, isBefore }];
    });
  }

  private drawn(): Drawn[] { return this.toDrawn(this.loaded?.tracks ?? [], false); }
  private before(): Drawn[] { return this.toDrawn(this.loaded?.before ?? [], true); }

  private stateRows(): StateRow[] {
    return (this.drawnFor.states ?? []).flatMap((options) => {
      const track = this.loaded?.states.find(({ key }) => key === keyOf(options));
      return track ? [{ options, track }] : [];
    });
  }

  private async draw(): Promise<void> {
    this.drawTimer = undefined;
    this.lastDrawnAt = performance.now();
    const { loaded } = this;
    if (!loaded) return;
    const now = serverNow();
    const window = windowAt(this.drawnFor.window, now);
    for (const track of loaded.tracks) track.trim(window.from);
    for (const track of loaded.states) {
      track.holdUntil(Math.min(now, window.to));
      track.trim(window.from);
    }
    const [drawn, before, states] = [this.drawn().filter(hasPoints), this.before().filter(hasPoints), this.stateRows()];
    if (drawn.length + before.length === 0 && states.every(({ track }) => track.spans.length === 0)) this.frame.say(this.labels.empty, 'empty');
    else {
      this.frame.say(null, null);
      try {
        await this.picture(drawn, before, states, window, now);
      } catch (error) {
        this.failed(error);
        return;
      }
    }
    if (this.gone || loaded !== this.loaded) return;
    if (this.drawnFor === this.request && this.loadPlanned === undefined) this.frame.wait(false);
    this.lastDrawTook = performance.now() - this.lastDrawnAt;
    this.report(drawn, window);
  }

  /** The library could not be loaded or could not draw; the data is here, so drawing is all that is tried again. */
  private failed(error: unknown): void {
    if (this.gone) return;
    console.warn('The chart could not be drawn.', error);
    if (!this.canvas.isDrawn) this.frame.say(this.labels.failed, 'failed');
    this.frame.wait(false);
    clearTimeout(this.drawTimer);
    this.drawTimer = setTimeout(() => void this.draw(), 10_000);
  }

  private async picture(drawn: Drawn[], before: Drawn[], states: StateRow[], window: Gap, now: number): Promise<void> {
    const lines = drawn.length + before.length > 0;
    this.frame.hasLines(lines);
    this.bars.reserve(states.length);
    if (lines) {
      await loadApex();
      // fetching the library is no part of how long a picture takes
      this.lastDrawnAt = performance.now();
      await this.canvas.draw([...drawn, ...before], window, () => chartOptions({
        // series are known to the library by number only: names come from outside
        drawn: drawn.map((item, i) => ({ ...item, name: `s${i}` })), before: before.map((item, i) => ({ ...item, name: `b${i}` })),
        window, until: now, width: this.canvas.plot()?.width ?? this.frame.width() - axesWidth, height: this.frame.height(), times: this.times, culture: this.options.culture,
        noData: this.labels.noData, hatch: this.hatch, duration: (length) => this.duration(length),
      }));
    } else this.canvas.withoutLines(window);
    const plot = this.canvas.plot();
    if (this.gone || !plot) return;
    const late = lines && this.marks.draw(drawn, plot);
    if (!lines) this.marks.clear();
    this.bars.draw(states, plot, now);
    this.frame.timeAxis(plot, this.times);
    this.frame.legend(this.drawn(), { resolution: lines ? this.resolution() : '', late: late ? this.labels.late : null, before: before.length > 0 ? this.labels.before : null });
    this.crosshair.refresh();
  }

  private reach(): number {
    const bars = this.bars.element;
    const plot = this.canvas.plot();
    return bars.hidden ? (plot ? plot.top + plot.height : 0) : bars.offsetTop + bars.offsetHeight;
  }

  private report(drawn: Drawn[], window: Gap): void {
    const { dataset } = this.element;
    const resolution = Math.max(0, ...drawn.map(({ track }) => track.resolution));
    dataset.points = String(drawn.reduce((sum, { track }) => sum + track.points.length, 0));
    dataset.mostPoints = String(Math.max(0, ...drawn.map(({ track }) => track.points.length)));
    dataset.lastAt = String(Math.max(0, ...drawn.map(({ track }) => track.newestAt)));
    dataset.resolution = String(resolution);
    dataset.from = String(Math.round(window.from));
    dataset.to = String(Math.round(window.to));
    dataset.compared = String(this.before().reduce((sum, { track }) => sum + track.points.length, 0));
    dataset.ready = 'true';
    void this.options.dotnet?.invokeMethodAsync('Drawn', this.points).catch(() => undefined);
  }

  private resolution(): string {
    const resolution = Math.max(0, ...this.drawn().map(({ track }) => track.resolution));
    return resolutionText(resolution, this.drawnFor.resolution ?? null, this.labels, (length) => this.duration(length));
  }

  private duration(milliseconds: number): string {
    return formatAge(milliseconds, ageLanguage(this.options.culture ?? document.documentElement.lang));
  }

  handle(): HistoryHandle {
    return { show: (request) => this.show(request), dispose: () => this.dispose() };
  }

  private zoomIn(from: number, to: number): void {
    if (to - from < shortestZoom) return;
    const [start, end] = [Math.round(from), Math.round(to)];
    if (this.tell('ZoomIn', start, end)) return;
    this.wider.push(this.request.window);
    this.look({ from: start, to: end });
  }

  /** Back to where the zoom began; from there to twice as much. */
  private zoomOut(): void {
    if (this.tell('ZoomOut')) return;
    const now = serverNow();
    this.look(this.wider.pop() ?? widened(windowAt(this.request.window, now), now));
  }

  /** Without a page that decides, the chart zooms by itself. */
  private look(window: WindowOptions): void {
    this.request = { ...this.request, window, before: null };
    this.planLoad();
  }

  private tell(method: 'ZoomIn' | 'ZoomOut', ...args: unknown[]): boolean {
    const { dotnet } = this.options;
    if (!dotnet) return false;
    this.frame.wait(true);
    dotnet.invokeMethodAsync(method, ...args).catch(() => this.frame.wait(false));
    return true;
  }

  private dispose(): void {
    if (this.gone) return;
    this.gone = true;
    for (const timer of [this.loadPlanned, this.drawTimer, this.reloadTimer]) clearTimeout(timer);
    clearInterval(this.clock);
    this.loader.giveUp();
    this.live.dispose();
    this.stopTheme();
    this.observer.disconnect();
    this.drag.dispose();
    this.crosshair.dispose();
    this.canvas.dispose();
    this.frame.dispose();
  }
}

/** How long to wait after a picture that took so long. */
function pauseAfter(took: number): number {
  return Math.min(Math.max(drawEvery, took * 4), drawAtLeastEvery);
}

function hasPoints({ track }: Drawn): boolean {
  return track.points.length > 0;
}
