// A series with holes: a pause of more than three usual steps is a gap and is never bridged by a line.

export interface Gap { from: number; to: number }

export const gapAfterSteps = 3;

/** The usual distance between two points, or 0 when there are too few to tell. */
export function medianStep(times: readonly number[]): number {
  const steps: number[] = [];
  for (let i = 1; i < times.length; i++) steps.push((times[i] ?? 0) - (times[i - 1] ?? 0));
  if (steps.length === 0) return 0;
  steps.sort((a, b) => a - b);
  const middle = steps.length >> 1;
  return steps.length % 2 === 1 ? steps[middle] ?? 0 : ((steps[middle - 1] ?? 0) + (steps[middle] ?? 0)) / 2;
}

/** The gaps between points, and with a window also before the first and after the last. */
export function findGaps(times: readonly number[], step: number, window?: Gap): Gap[] {
  if (step <= 0 || times.length === 0) return window ? [window] : [];
  const longest = step * gapAfterSteps;
  const marks = [...(window ? [window.from] : []), ...times, ...(window ? [window.to] : [])];
  const gaps: Gap[] = [];
  for (let i = 1; i < marks.length; i++) {
    const [from, to] = [marks[i - 1] ?? 0, marks[i] ?? 0];
    if (to - from > longest) gaps.push({ from, to });
  }
  return gaps;
}

/** Cuts points, given by their times, into runs without a gap: index pairs, the end not included. */
export function splitAtGaps(times: readonly number[], step: number): [start: number, end: number][] {
  const runs: [number, number][] = [];
  let start = 0;
  for (let i = 1; i <= times.length; i++) {
    const whole = i < times.length && (step <= 0 || (times[i] ?? 0) - (times[i - 1] ?? 0) <= step * gapAfterSteps);
    if (whole) continue;
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
