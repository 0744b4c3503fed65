// The map's style: sea, land, coast, names, devices. No address outside this server appears in it; names are drawn with the page's fonts.
import type { ExpressionSpecification, LayerSpecification, Map as MapLibre, StyleSpecification } from 'maplibre-gl';
import { statuses } from '../hub/contract.ts';
import { glyphImage } from './glyphs.ts';
import { deviceSource } from './features.ts';
import type { Palette } from './palette.ts';

/** Country names make room for city names here. */
const countriesUntil = 4.6;

const labelFont = ['Inter Variable', 'system-ui', 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', 'sans-serif'];

const blank = 'blank';
const blankSide = 16;

const emptySource = () => ({ type: 'geojson' as const, data: { type: 'FeatureCollection' as const, features: [] } });

function landLayers(palette: Palette): LayerSpecification[] {
  // no antialiasing: it would draw the edges where the land was cut into blocks; the coast has lines of its own
  const land = (source: string): LayerSpecification => ({ id: source, type: 'fill', source, filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': palette.land, 'fill-antialias': false } });
  const coast = (source: string): LayerSpecification => ({
    id: `${source}-coast`, type: 'line', source, filter: ['==', ['geometry-type'], 'LineString'], layout: { 'line-join': 'round' },
    paint: { 'line-color': palette.coast, 'line-width': ['interpolate', ['linear'], ['zoom'], 2, 0.6, 8, 1.1] },
  });
  return [{ id: 'sea', type: 'background', paint: { 'background-color': palette.sea } }, land('land'), land('land-fine'), coast('land'), coast('land-fine')];
}

function nameLayers(palette: Palette, chinese: boolean): LayerSpecification[] {
  const text: ExpressionSpecification = chinese ? ['coalesce', ['get', 'zh'], ['get', 'name']] : ['get', 'name'];
  const paint = { 'text-color': palette.label, 'text-halo-color': palette.land, 'text-halo-width': 1.2 };
  const onlyFrom: ExpressionSpecification = ['<=', ['get', 'from'], ['zoom']];
  return [
    {
      id: 'countries', type: 'symbol', source: 'countries', maxzoom: countriesUntil, filter: onlyFrom, paint,
      layout: { 'text-field': text, 'text-font': labelFont, 'text-size': 11, 'text-letter-spacing': 0.06, 'text-max-width': 7, 'text-padding': 6, 'symbol-sort-key': ['-', 0, ['get', 'size']] },
    },
    {
      id: 'cities', type: 'symbol', source: 'cities', minzoom: 3.4, filter: onlyFrom, paint,
      layout: {
        'text-field': text, 'text-font': labelFont, 'text-size': ['interpolate', ['linear'], ['zoom'], 4, 11, 9, 13], 'text-padding': 8, 'symbol-sort-key': ['get', 'order'],
        // beside a cluster that stands on the city
        'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right'], 'text-radial-offset': 2.1, 'text-justify': 'auto',
      },
    },
  ];
}

function deviceLayers(palette: Palette): LayerSpecification[] {
  return [
    { id: 'trail-all', type: 'line', source: 'trail-all', layout: { 'line-cap': 'round', 'line-join': 'round' }, paint: { 'line-color': palette.accent, 'line-opacity': 0.35, 'line-width': 2.5, 'line-dasharray': [0.4, 2] } },
    { id: 'trail-places', type: 'circle', source: 'trail-all', paint: { 'circle-color': palette.accent, 'circle-opacity': 0.45, 'circle-radius': ['interpolate', ['linear'], ['zoom'], 9, 1, 14, 3] } },
    { id: 'trail', type: 'line', source: 'trail', layout: { 'line-cap': 'round', 'line-join': 'round' }, paint: { 'line-color': palette.accent, 'line-width': 2.5, 'line-dasharray': [0.4, 2] } },
    // nothing to see: keeps the names of cities off the places where clusters are drawn over the map
    {
      id: 'cluster-room', type: 'symbol', source: 'devices', filter: ['any', ['has', 'point_count'], ['has', 'cell']],
      layout: { 'icon-image': blank, 'icon-allow-overlap': true, 'icon-size': ['interpolate', ['linear'], ['coalesce', ['get', 'members'], ['get', 'point_count']], 2, 1.4, 100, 2.2, 10_000, 3.4] },
    },
    {
      id: 'devices', type: 'symbol', source: 'devices', filter: ['!', ['any', ['has', 'point_count'], ['has', 'cell']]],
      layout: {
        'icon-image': ['concat', 'status-', ['get', 'status']], 'icon-allow-overlap': true, 'symbol-sort-key': ['get', 'order'],
        'text-field': ['step', ['zoom'], '', 13, ['get', 'name']], 'text-font': labelFont, 'text-size': 12, 'text-offset': [0, 1], 'text-anchor': 'top', 'text-optional': true,
      },
      paint: { 'text-color': palette.text, 'text-halo-color': palette.land, 'text-halo-width': 1.4 },
    },
  ];
}

export function mapStyle(palette: Palette, chinese: boolean): StyleSpecification {
  return {
    version: 8,
    sources: { land: emptySource(), 'land-fine': emptySource(), countries: emptySource(), cities: emptySource(), trail: emptySource(), 'trail-all': emptySource(), devices: deviceSource() },
    layers: [...landLayers(palette), ...nameLayers(palette, chinese), ...deviceLayers(palette)],
    transition: { duration: 0, delay: 0 },
  };
}

export function setStatusImages(map: MapLibre, palette: Palette): void {
  if (!map.hasImage(blank)) map.addImage(blank, new ImageData(blankSide, blankSide));
  const pixelRatio = Math.max(2, Math.ceil(window.devicePixelRatio || 1));
  for (const status of statuses) {
    const name = `status-${status}`;
    const image = glyphImage(status, palette, pixelRatio);
    if (map.hasImage(name)) map.updateImage(name, image);
    else map.addImage(name, image, { pixelRatio });
  }
}

/** New colours on the same sources: the view, the data and what is selected stay as they are. */
export function recolour(map: MapLibre, palette: Palette): void {
  map.setPaintProperty('sea', 'background-color', palette.sea);
  for (const land of ['land', 'land-fine']) {
    map.setPaintProperty(land, 'fill-color', palette.land);
    map.setPaintProperty(`${land}-coast`, 'line-color', palette.coast);
  }
  for (const names of ['countries', 'cities']) {
    map.setPaintProperty(names, 'text-color', palette.label);
    map.setPaintProperty(names, 'text-halo-color', palette.land);
  }
  for (const trail of ['trail', 'trail-all']) map.setPaintProperty(trail, 'line-color', palette.accent);
  map.setPaintProperty('trail-places', 'circle-color', palette.accent);
  map.setPaintProperty('devices', 'text-color', palette.text);
  map.setPaintProperty('devices', 'text-halo-color', palette.land);
  setStatusImages(map, palette);
}
