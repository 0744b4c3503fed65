// The points of one series in a chart: as loaded from the server, and as they grow while one looks.
import type { ReadingPoint, SeriesKey, SeriesView } from '../hub/contract.ts';
import { gapRule, medianStep, type GapRule } from './gaps.ts';

/** Raw points have one value; a bucket has its extremes beside its average. */
export interface TrackPoint { at: number; min: number; value: number; max: number }

/** More would not be seen on a screen; the server then thins anew. */
export const mostPoints = 1_500;

export function keyOf({ sn, metric }: SeriesKey): string {
  return `${sn}\n${metric}`;
}

export class Track {
  points: TrackPoint[] = [];
  /** When readings came long after their report, by the time of the report; seconds. */
  late = new Map<number, number>();
  unit: string | null = null;
  resolution = 0;
  rule: GapRule = { longest: 0, width: 0 };
  private interval: number | null = null;
  private step = 0;
  private liveSum = 0;
  private liveCount = 0;
  private newestLive = 0;

  constructor(readonly sn: string, readonly metric: string) {}

  /** @param shift milliseconds that the points are moved by: a period is compared with a later one */
  load(series: SeriesView, shift = 0): void {
    this.resolution = series.resolutionMs;
    this.unit = series.unit;
    this.interval = series.interval === null ? null : series.interval * 1_000;
    this.points = series.points.slice(-mostPoints).flatMap((row) => toPoint(row, shift));
    this.late = new Map(series.late.flatMap(([at, seconds]) => (at === undefined || seconds === undefined ? [] : [[at + shift, seconds]])));
    this.liveCount = 0;
    this.judge();
  }

  private judge(): void {
    const times = this.points.map((point) => point.at);
    this.rule = gapRule(times, this.interval, this.resolution);
    this.step = Math.max(medianStep(times), this.resolution);
  }

  get key(): string { return keyOf(this); }
  /** The time of the newest reading, which may lie within the last bucket. */
  get newestAt(): number { return Math.max(this.points.at(-1)?.at ?? 0, this.newestLive); }
  get isFull(): boolean { return this.points.length >= mostPoints; }

  /** Takes a live reading; true when the picture changed. */
  take(reading: ReadingPoint): boolean {
    if (reading.value === null) return false;
    this.newestLive = Math.max(this.newestLive, reading.at);
    return this.resolution > 0 ? this.intoBucket(reading.at, reading.value) : this.insert({ at: reading.at, min: reading.value, value: reading.value, max: reading.value });
  }

  /** A late reading goes where it belongs in time; the same reading again changes nothing. */
  private insert(point: TrackPoint): boolean {
    let i = this.points.length;
    while (i > 0 && (this.points[i - 1]?.at ?? 0) > point.at) i--;
    const before = this.points[i - 1];
    if (before?.at === point.at) {
      if (before.value === point.value) return false;
      this.points[i - 1] = point;
      return true;
    }
    this.points.splice(i, 0, point);
    // the server thins long series; until it has, the oldest gives way
    if (this.points.length > mostPoints) this.points.shift();
    if (this.points.length <= 50) this.judge();
    return true;
  }

  /** Only an estimate until the series is loaded again: how many readings the server's last bucket holds is not known here. */
  private intoBucket(at: number, value: number): boolean {
    const last = this.points.at(-1);
    // days and months begin where the server says, so a bucket is counted from the last one
    const start = last && at >= last.at ? last.at + Math.floor((at - last.at) / this.resolution) * this.resolution : Math.floor(at / this.resolution) * this.resolution;
    if (last && start < last.at) return false;
    if (!last || start > last.at) {
      this.points.push({ at: start, min: value, value, max: value });
      if (this.points.length > mostPoints) this.points.shift();
      this.liveSum = value;
      this.liveCount = 1;
      return true;
    }
    last.min = Math.min(last.min, value);
    last.max = Math.max(last.max, value);
    if (this.liveCount > 0) {
      this.liveSum += value;
      last.value = this.liveSum / ++this.liveCount;
    }
    return true;
  }

  /** Forgets what has left the window; a bucket stays as long as any of it is inside. */
  trim(from: number): void {
    const keep = this.points.findIndex((point) => point.at + this.resolution >= from);
    if (keep > 0) this.points.splice(0, keep);
    else if (keep < 0) this.points = [];
    for (const at of this.late.keys()) if (at < from) this.late.delete(at);
  }

  /** The point nearest in time, if it is near enough to be meant. */
  nearest(at: number): TrackPoint | null {
    let best: TrackPoint | null = null;
    for (const point of this.points) if (!best || Math.abs(point.at - at) < Math.abs(best.at - at)) best = point;
    return best && Math.abs(best.at - at) <= Math.max(this.step * 1.5, 1_000) ? best : null;
  }
}

function toPoint(row: number[], shift: number): TrackPoint[] {
  const [at, first, second, third] = row;
  if (at === undefined || first === undefined) return [];
  return second === undefined || third === undefined ? [{ at: at + shift, min: first, value: first, max: first }] : [{ at: at + shift, min: first, value: second, max: third }];
}
