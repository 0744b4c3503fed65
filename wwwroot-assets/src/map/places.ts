// Where a device has been: places in the order of their times, cut where nobody knows the way.

export interface Place {
  /** Server clock, milliseconds. */
  at: number;
  /** WGS-84. */
  lon: number;
  lat: number;
  /** Too long after the place before it: the two are not joined. */
  gap: boolean;
}

/** Reads the points of the hub's answer. */
export function readPlaces(points: readonly number[][]): Place[] {
  return points.map(([at = 0, lon = 0, lat = 0, gap = 0]) => ({ at, lon, lat, gap: gap === 1 }));
}

/** Puts an answer that tells everything from a moment on in the place of what was known from then on. */
export function joinPlaces(known: readonly Place[], from: number, fresh: readonly Place[]): Place[] {
  const kept = known.filter((place) => place.at < from);
  // the answer does not know what was before its first place; that was known already
  const before = known.find((place) => place.at === fresh[0]?.at);
  return [...kept, ...fresh.map((place, i) => (i === 0 && before ? { ...place, gap: before.gap } : place))];
}

/** Where to ask from, so that the answer of a question begins with a place that is known: the last one before a moment. */
export function lastBefore(places: readonly Place[], at: number): number | null {
  return places.findLast((place) => place.at < at)?.at ?? null;
}

/** The index of the newest place at a moment; −1 before the first. */
export function indexAt(places: readonly Place[], at: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.at ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Whether nobody knows where the device was at a moment between two places. */
export function isInGap(places: readonly Place[], at: number): boolean {
  const index = indexAt(places, at);
  const [here, next] = [places[index], places[index + 1]];
  return here !== undefined && next !== undefined && next.gap && at > here.at;
}

/** Runs of places without a gap. */
export function legs(places: readonly Place[]): Place[][] {
  const runs: Place[][] = [];
  for (const place of places) {
    const last = runs.at(-1);
    if (last && !place.gap) last.push(place);
    else runs.push([place]);
  }
  return runs;
}
