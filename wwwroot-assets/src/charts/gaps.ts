// A series with holes: a silence longer than the device's rule allows is a gap and is never bridged by a line.

export interface Gap { from: number; to: number }

/** When two points have a gap between them. */
export interface GapRule {
  /** A longer silence is a gap, in milliseconds; 0 when nothing is known. */
  longest: number;
  /** How long a point lasts: the width of a bucket, 0 for a single reading. */
  width: number;
}

/** The rule of the server for lost devices: after three uploads that did not come. */
export const gapAfterIntervals = 3;

/** The usual distance between two points, or 0 when there are too few to tell. */
export function medianStep(times: readonly number[]): number {
  const steps: number[] = [];
  for (let i = 1; i < times.length; i++) steps.push((times[i] ?? 0) - (times[i - 1] ?? 0));
  if (steps.length === 0) return 0;
  steps.sort((a, b) => a - b);
  const middle = steps.length >> 1;
  return steps.length % 2 === 1 ? steps[middle] ?? 0 : ((steps[middle - 1] ?? 0) + (steps[middle] ?? 0)) / 2;
}

/**
 * The rule for a series: by the interval its device reports in, or by what is usual in the points where the device has not said.
 * @param interval milliseconds between two uploads, or null
 * @param width milliseconds of a bucket, 0 for single readings
 */
export function gapRule(times: readonly number[], interval: number | null, width: number): GapRule {
  if (interval !== null && interval > 0) return { longest: interval * gapAfterIntervals, width };
  const step = Math.max(medianStep(times), width);
  return { longest: step * gapAfterIntervals - width, width };
}

function isGap(from: number, to: number, rule: GapRule): boolean {
  return rule.longest > 0 && to - from - rule.width > rule.longest;
}

/**
 * Whether the silence before a point is a gap. Intervals are changed by tasks: where a device used to report more rarely than it
 * does now, its points lie evenly, and a silence counts only when it is far longer than those beside it, too.
 */
function isGapBefore(times: readonly number[], i: number, rule: GapRule): boolean {
  const at = (index: number) => times[index] ?? Number.NaN;
  const [from, to] = [at(i - 1), at(i)];
  if (!isGap(from, to, rule)) return false;
  const beside = [from - at(i - 2), at(i + 1) - to].filter((step) => !Number.isNaN(step));
  return beside.length === 0 || to - from - rule.width > gapAfterIntervals * (Math.min(...beside) - rule.width);
}

/** The gaps between points, and with a window also before the first and after the last. */
export function findGaps(times: readonly number[], rule: GapRule, window?: Gap): Gap[] {
  const [first, last] = [times[0], times.at(-1)];
  if (first === undefined || last === undefined) return window ? [window] : [];
  const gaps: Gap[] = [];
  if (window && rule.longest > 0 && first - window.from > rule.longest) gaps.push({ from: window.from, to: first });
  for (let i = 1; i < times.length; i++) {
    const [from, to] = [times[i - 1] ?? 0, times[i] ?? 0];
    if (isGapBefore(times, i, rule)) gaps.push({ from: from + rule.width, to });
  }
  if (window && isGap(last, window.to, rule)) gaps.push({ from: last + rule.width, to: window.to });
  return gaps;
}

/** Cuts points, given by their times, into runs without a gap: index pairs, the end not included. */
export function splitAtGaps(times: readonly number[], rule: GapRule): [start: number, end: number][] {
  const runs: [number, number][] = [];
  let start = 0;
  for (let i = 1; i <= times.length; i++) {
    if (i < times.length && !isGapBefore(times, i, rule)) continue;
    if (i > start) runs.push([start, i]);
    start = i;
  }
  return runs;
}

/** Where every one of several series has a gap. */
export function commonGaps(all: readonly Gap[][]): Gap[] {
  const [first, ...others] = all;
  return others.reduce<Gap[]>((common, gaps) => common.flatMap((a) => gaps.flatMap((b) => {
    const [from, to] = [Math.max(a.from, b.from), Math.min(a.to, b.to)];
    return from < to ? [{ from, to }] : [];
  })), first ?? []);
}
