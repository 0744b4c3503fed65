// On/off metrics over time: stretches with a state, laid out as bars on the time axis of the chart.
import type { StatesView } from '../hub/contract.ts';
import { gapAfterIntervals, type Gap } from './gaps.ts';
import { keyOf } from './track.ts';

/** A stretch of time with one state; null when it changed too often to be told apart. */
export interface StateSpan { from: number; to: number; active: boolean | null; changes: number }

export interface StateBar { left: number; width: number; span: StateSpan }

/** Narrower ones would not be seen. */
export const leastBarPixels = 2;

export function toSpans(intervals: readonly number[][]): StateSpan[] {
  return intervals.flatMap(([from, to, active, changes]) => (from === undefined || to === undefined ? [] : [{ from, to, active: active === 1 ? true : active === 0 ? false : null, changes: changes ?? 0 }]));
}

/** Bars in pixels from the left edge. Clear stretches come first, so that a short active one lies on top of its neighbours. */
export function layOut(spans: readonly StateSpan[], window: Gap, pixels: number): StateBar[] {
  const scale = pixels / (window.to - window.from);
  const bars = spans.flatMap((span) => {
    const [from, to] = [Math.max(span.from, window.from), Math.min(span.to, window.to)];
    if (to < from || span.from >= window.to) return [];
    const width = Math.max((to - from) * scale, leastBarPixels);
    return [{ left: Math.min((from - window.from) * scale, pixels - width), width, span }];
  });
  return [...bars.filter(({ span }) => span.active === false), ...bars.filter(({ span }) => span.active !== false)];
}

export interface StateTotals { times: number; length: number; mixed: boolean }

/** How often and how long it was active within a window. */
export function totals(spans: readonly StateSpan[], window: Gap): StateTotals {
  let [times, length, mixed] = [0, 0, false];
  for (const span of spans) {
    const [from, to] = [Math.max(span.from, window.from), Math.min(span.to, window.to)];
    if (to < from) continue;
    if (span.active === null) {
      mixed = true;
      times += Math.ceil(span.changes / 2);
    } else if (span.active) {
      times++;
      length += to - from;
    }
  }
  return { times, length, mixed };
}

export function stateAt(spans: readonly StateSpan[], at: number): StateSpan | null {
  return spans.find((span) => at >= span.from && at < span.to) ?? spans.find((span) => at === span.to) ?? null;
}

/** The times between the stretches, when nothing was reported. */
export function silences(spans: readonly StateSpan[], window: Gap): Gap[] {
  const gaps: Gap[] = [];
  let reached = window.from;
  for (const span of spans) {
    if (span.from > reached) gaps.push({ from: reached, to: span.from });
    reached = Math.max(reached, span.to);
  }
  if (reached < window.to) gaps.push({ from: reached, to: window.to });
  return gaps;
}

/** How long the last state holds where a device has not said how often it reports. */
const defaultPatience = 30 * 60_000;

/** One state of one device while one looks. */
export class StateTrack {
  spans: StateSpan[] = [];
  /** When the state was last heard of, as far as this page can know. */
  private heardAt = -Infinity;
  private patience = defaultPatience;

  constructor(readonly sn: string, readonly metric: string) {}

  get key(): string { return keyOf(this); }

  /** @param until the end of what was asked for: a state that reaches it goes on */
  load(view: StatesView, until: number): void {
    this.spans = toSpans(view.intervals);
    if (view.interval !== null && view.interval > 0) this.patience = view.interval * 1_000 * gapAfterIntervals;
    const last = this.spans.at(-1);
    this.heardAt = last && last.to >= until - 1_000 ? last.to : -Infinity;
  }

  /** A report of now: the same state goes on, another one begins. What comes late is left to the next load. */
  take(at: number, active: boolean): boolean {
    const last = this.spans.at(-1);
    if (last && at < last.from) return false;
    const silent = last !== undefined && at > last.to && at - this.heardAt > this.patience;
    this.heardAt = Math.max(this.heardAt, at);
    if (last && !silent && last.active === active) {
      if (at <= last.to) return false;
      last.to = at;
      return true;
    }
    if (last && !silent) last.to = at;
    this.spans.push({ from: at, to: at, active, changes: 0 });
    return true;
  }

  /** Nothing is heard of a state between two reports; until the next one is overdue, the last one holds. */
  holdUntil(now: number): void {
    const last = this.spans.at(-1);
    if (last && now > last.to && now - this.heardAt <= this.patience) last.to = now;
  }

  trim(from: number): void {
    if (this.spans.some((span) => span.to < from)) this.spans = this.spans.filter((span) => span.to >= from);
  }
}
