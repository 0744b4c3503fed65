// Base maps from a tile server, in the place of the offline one. Which one is shown is kept by the browser, for all maps alike.
import type { Map as MapLibre } from 'maplibre-gl';
import type { Datum } from './datum.ts';
import type { TileMap } from './options.ts';

const storageKey = 'map/base';
const source = 'tiles';
const offlineLayers = ['land', 'land-fine', 'land-coast', 'land-fine-coast', 'countries', 'cities'];

/** The base map chosen in this browser, if it still exists; null for the offline map. */
export function chosenTiles(tiles: readonly TileMap[]): TileMap | null {
  try {
    const name = localStorage.getItem(storageKey);
    return tiles.find((one) => one.name === name) ?? null;
  } catch {
    return null;
  }
}

export function keepTiles(tiles: TileMap | null): void {
  try {
    if (tiles) localStorage.setItem(storageKey, tiles.name);
    else localStorage.removeItem(storageKey);
  } catch { /* storage may be forbidden; the choice then lasts as long as the page */ }
}

export function datumOf(tiles: TileMap | null): Datum {
  return tiles?.shifted ? 'gcj02' : 'wgs84';
}

/** Draws the tiles under everything that is ours, or the offline map again. */
export function drawTiles(map: MapLibre, tiles: TileMap | null): void {
  if (map.getLayer(source)) map.removeLayer(source);
  if (map.getSource(source)) map.removeSource(source);
  for (const layer of offlineLayers) map.setLayoutProperty(layer, 'visibility', tiles ? 'none' : 'visible');
  if (!tiles) return;
  const address = new URL(tiles.url, document.baseURI).href.replaceAll('%7B', '{').replaceAll('%7D', '}');
  map.addSource(source, { type: 'raster', tiles: [address], tileSize: 256, maxzoom: tiles.maxZoom });
  map.addLayer({ id: source, type: 'raster', source }, 'trail-all');
}

/** Tells the first tile that cannot be loaded, and every other fault of the map to the console. */
export function onTileFault(map: MapLibre, tell: () => void): void {
  map.on('error', (event: { error?: unknown; sourceId?: string }) => {
    if (event.sourceId === source) tell();
    else console.warn(event.error);
  });
}
