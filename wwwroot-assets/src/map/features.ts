// Devices as the map's own features, and the differences between two looks at them.
import type { GeoJSONSourceDiff, GeoJSONSourceSpecification } from 'maplibre-gl';
import { statuses, type Cell } from '../hub/contract.ts';
import { toDatum, type Datum } from './datum.ts';
import type { FleetDiff, Placed } from './fleet.ts';

/** Clusters break up only at the closest zoom; otherwise devices on one spot would be one dot that cannot be opened. */
export const closestZoom = 18;

export function deviceSource(): GeoJSONSourceSpecification {
  return {
    type: 'geojson',
    data: { type: 'FeatureCollection', features: [] },
    cluster: true,
    clusterRadius: 46,
    clusterMaxZoom: closestZoom,
    maxzoom: closestZoom + 1,
    clusterProperties: Object.fromEntries(statuses.map((status) => [status, ['+', ['case', ['==', ['get', 'status'], status], ['coalesce', ['get', 'members'], 1], 0]]])),
  };
}

function properties({ device, status }: Placed): Record<string, string | number> {
  // the worst is drawn last, on top of its neighbours
  return { sn: device.sn, name: device.name ?? device.sn.slice(-6), status, order: statuses.length - statuses.indexOf(status) };
}

function point({ at }: Placed): GeoJSON.Point {
  return { type: 'Point', coordinates: at ?? [0, 0] };
}

function feature(placed: Placed): GeoJSON.Feature<GeoJSON.Point> {
  return { type: 'Feature', id: placed.id, geometry: point(placed), properties: properties(placed) };
}

/** A cell weighs as much as it counts, so that rings tell the truth about devices and cells together. */
export function cellFeature([lon, lat, members]: Cell, index: number, datum: Datum): GeoJSON.Feature<GeoJSON.Point> {
  return { type: 'Feature', id: cellId(index), geometry: { type: 'Point', coordinates: toDatum(lon, lat, datum) }, properties: { cell: index, members, status: 'normal', order: 0 } };
}

/** Devices count up from one, cells down. */
export function cellId(index: number): number { return -1 - index; }

export function toSourceDiff(diff: FleetDiff): GeoJSONSourceDiff {
  const changed = (placed: Placed) => Object.entries(properties(placed)).map(([key, value]) => ({ key, value }));
  return {
    remove: diff.removed,
    add: diff.added.map(feature),
    update: [
      ...diff.moved.map((placed) => ({ id: placed.id, newGeometry: point(placed), addOrUpdateProperties: changed(placed) })),
      ...diff.restyled.map((placed) => ({ id: placed.id, addOrUpdateProperties: changed(placed) })),
    ],
  };
}
