// A cluster's ring: the shares of its states, none of them too small to be seen.
import { statuses, type Status } from '../hub/contract.ts';

export type Counts = Record<Status, number>;

export interface Slice { status: Status; /** Shares of the whole turn, from the top clockwise. */ from: number; share: number }

/** Below this a slice could not be seen, so it is drawn this large and the larger ones give way. */
export const smallest = 0.06;

/** The worst state first; shares add up to one. */
export function ringSlices(counts: Counts): Slice[] {
  const present = statuses.filter((status) => counts[status] > 0);
  const total = present.reduce((sum, status) => sum + counts[status], 0);
  if (total === 0) return [];
  const raised = raise(present.map((status) => counts[status] / total));
  let from = 0;
  return present.map((status, i) => {
    const share = raised[i] ?? 0;
    const slice = { status, from, share };
    from += share;
    return slice;
  });
}

/** Lifts small shares to the minimum; what that takes comes from the others in proportion, again and again until none falls below. */
function raise(shares: number[]): number[] {
  const floor = Math.min(smallest, 1 / shares.length);
  const lifted = new Set<number>();
  for (;;) {
    const rest = 1 - floor * lifted.size;
    const free = shares.reduce((sum, share, i) => (lifted.has(i) ? sum : sum + share), 0);
    const scaled = shares.map((share, i) => (lifted.has(i) ? floor : (share / free) * rest));
    const low = scaled.findIndex((share, i) => !lifted.has(i) && share < floor - 1e-12);
    if (low < 0) return scaled;
    lifted.add(low);
  }
}

export function worstOf(counts: Counts): Status {
  return statuses.find((status) => counts[status] > 0) ?? 'normal';
}

/** Radius of the ring in pixels: grows with the order of magnitude, but neighbours (46 px apart at least) should hardly touch. */
export function ringRadius(members: number): number {
  return Math.round(Math.min(27, Math.max(14, 8 + 7 * Math.log10(members))) * 2) / 2;
}
