// The points of one metric in a chart: as loaded from the server, and as they grow while one looks.
import type { ReadingPoint, Series } from '../hub/contract.ts';
import { medianStep } from './gaps.ts';

/** Raw points have one value; a bucket has its extremes beside its average. */
export interface TrackPoint { at: number; min: number; value: number; max: number }

/** More would not be seen on a screen; the server then thins anew. */
export const mostPoints = 1_500;

export class Track {
  points: TrackPoint[] = [];
  unit: string | null = null;
  resolution = 0;
  /** Usual distance between two points, which decides what is a gap. */
  step = 0;
  private liveSum = 0;
  private liveCount = 0;
  private newestLive = 0;

  constructor(readonly metric: string) {}

  load(series: Series): void {
    this.resolution = series.resolutionMs;
    this.unit = series.unit;
    this.points = series.points.flatMap(toPoint);
    this.step = Math.max(medianStep(this.points.map((point) => point.at)), this.resolution);
    this.liveCount = 0;
  }

  /** The time of the newest reading, which may lie within the last bucket. */
  get newestAt(): number { return Math.max(this.points.at(-1)?.at ?? 0, this.newestLive); }
  get isFull(): boolean { return this.points.length > mostPoints; }

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
    // the server thins long series; while it cannot be reached, the oldest gives way
    if (this.points.length > 2 * mostPoints) this.points.shift();
    if (this.points.length <= 50) this.step = medianStep(this.points.map((known) => known.at));
    return true;
  }

  /** Only an estimate until the series is loaded again: how many readings the server's last bucket holds is not known here. */
  private intoBucket(at: number, value: number): boolean {
    const start = Math.floor(at / this.resolution) * this.resolution;
    const last = this.points.at(-1);
    if (last && start < last.at) return false;
    if (!last || start > last.at) {
      this.points.push({ at: start, min: value, value, max: value });
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

  /** Forgets what has left the window. */
  trim(from: number): void {
    const keep = this.points.findIndex((point) => point.at >= from);
    if (keep > 0) this.points.splice(0, keep);
    else if (keep < 0) this.points = [];
  }

  /** The point nearest in time, if it is near enough to be meant. */
  nearest(at: number): TrackPoint | null {
    let best: TrackPoint | null = null;
    for (const point of this.points) if (!best || Math.abs(point.at - at) < Math.abs(best.at - at)) best = point;
    return best && Math.abs(best.at - at) <= Math.max(this.step * 1.5, 1_000) ? best : null;
  }
}

function toPoint(row: number[]): TrackPoint[] {
  const [at, first, second, third] = row;
  if (at === undefined || first === undefined) return [];
  return second === undefined || third === undefined ? [{ at, min: first, value: first, max: first }] : [{ at, min: first, value: second, max: third }];
}
