// Where the map looks, kept for the session so that coming back to the page finds the same view.
import type { LngLatBoundsLike, Map as MapLibre } from 'maplibre-gl';
import { fromDatum, toDatum, type Datum, type LonLat } from './datum.ts';

/** Kept in WGS-84, whatever the base map is drawn in. */
export interface View { lon: number; lat: number; zoom: number }

/** Before anything is known: China, where these devices are at home. */
export const home: View = { lon: 106, lat: 34.5, zoom: 3.2 };

export function savedView(key: string): View | null {
  try {
    const view = JSON.parse(sessionStorage.getItem(key) ?? 'null') as Partial<View> | null;
    if (!view || ![view.lon, view.lat, view.zoom].every((value) => typeof value === 'number' && Number.isFinite(value))) return null;
    return view as View;
  } catch {
    return null;
  }
}

export function saveView(key: string, map: MapLibre, datum: Datum): void {
  const { lng, lat } = map.getCenter();
  const [lon, north] = fromDatum(lng, lat, datum);
  try {
    sessionStorage.setItem(key, JSON.stringify({ lon, lat: north, zoom: map.getZoom() }));
  } catch { /* storage may be forbidden; the view then lasts as long as the page */ }
}

export function boundsOf(places: Iterable<LonLat | null>): [west: number, south: number, east: number, north: number] | null {
  let box: [number, number, number, number] | null = null;
  for (const at of places) {
    if (!at) continue;
    const [lon, lat] = at;
    box = box ? [Math.min(box[0], lon), Math.min(box[1], lat), Math.max(box[2], lon), Math.max(box[3], lat)] : [lon, lat, lon, lat];
  }
  return box;
}

/** @param covered pixels at the bottom of the map that something else lies on */
export function fit(map: MapLibre, box: LngLatBoundsLike, animate: boolean, covered = 0): void {
  const { clientWidth, clientHeight } = map.getContainer();
  const edge = Math.min(56, Math.round(Math.min(clientWidth, clientHeight) / 6));
  const padding = { top: edge, right: edge, left: edge, bottom: edge + Math.min(covered, clientHeight / 2) };
  map.fitBounds(box, { padding, maxZoom: 13, animate, duration: 600 });
}

/** Keeps the same ground in the middle when the base map changes to another datum. */
export function changeDatum(map: MapLibre, from: Datum, to: Datum): void {
  if (from === to) return;
  const { lng, lat } = map.getCenter();
  map.jumpTo({ center: toDatum(...fromDatum(lng, lat, from), to) });
}
