// The stretch of time a chart shows, and how it is compared, zoomed and widened.
import type { Gap } from './gaps.ts';

/** A window that moves with the clock has a length; one that stands has two ends. */
export type WindowOptions = { span: number } | { from: number; to: number };

/** Less cannot be told apart on a screen. */
export const shortestZoom = 60_000;

export function isMoving(window: WindowOptions): window is { span: number } {
  return 'span' in window;
}

export function windowAt(window: WindowOptions, now: number): Gap {
  return isMoving(window) ? { from: now - window.span, to: now } : { from: window.from, to: window.to };
}

/** Readings that come now belong into it. */
export function isLive(window: WindowOptions, now: number): boolean {
  return isMoving(window) || window.to > now;
}

/** How far the points of an earlier period are moved so that both begin at the same place. */
export function compareShift(window: Gap, before: Gap): number {
  return window.from - before.from;
}

/** What a moving window is compared with: the same length before it. A standing one is told by the calendar of the page. */
export function beforeOf(window: Gap, told: Gap | null): Gap {
  return told ?? { from: window.from - (window.to - window.from), to: window.from };
}

/** Twice as much, but nothing of the future. */
export function widened({ from, to }: Gap, now: number): Gap {
  const half = (to - from) / 2;
  return { from: from - half, to: Math.max(Math.min(now, to + half), to > now ? to : from + 1) };
}

/** How many points of a series the width of a screen can tell apart; in steps, so that a wider window does not ask anew for every pixel. */
export function pointBudget(pixels: number, most: number): number {
  return Math.min(most, Math.max(100, Math.ceil(pixels / 100) * 100));
}
