// Entry: the map of the fleet, of one device, or a small one for the overview.
import type { Map as MapLibre } from 'maplibre-gl';
import { narrowFleet, onDevice, onFleet } from '../hub/topics.ts';
import { onThemeChange } from '../theme/watch.ts';
import { home, savedView } from './camera.ts';
import { toDatum } from './datum.ts';
import { zoomButtons } from './controls.ts';
import { canDraw, showFallback } from './fallback.ts';
import { closestZoom } from './features.ts';
import { fullLabels, type FullLabels, type MapHandle, type MapOptions } from './options.ts';
import { readPalette } from './palette.ts';
import { mapStyle } from './style.ts';
import { chosenTiles, datumOf } from './tiles.ts';
import { MapView } from './view.ts';

export type { MapFilter, MapHandle, MapLabels, MapOptions, TileMap, TrailOptions } from './options.ts';

async function library() {
  const maplibre = await import('maplibre-gl');
  // beside this module under its plain name, whatever fingerprint the module itself was asked for with
  maplibre.setWorkerUrl(new URL('./maplibre-gl-worker.js', import.meta.url).href);
  return maplibre;
}

function storageKey(options: MapOptions): string | null {
  if (options.mode === 'mini') return null;
  return options.mode === 'device' ? `map/device/${options.sn ?? ''}` : 'map/fleet';
}

function isCoarse(): boolean {
  return matchMedia('(pointer: coarse)').matches;
}

function isChinese(culture: string | undefined): boolean {
  return (culture ?? document.documentElement.lang).toLowerCase().startsWith('zh');
}

async function drawMap(element: HTMLElement, options: MapOptions, labels: FullLabels): Promise<MapHandle> {
  const maplibre = await library();
  const key = storageKey(options);
  const saved = key ? savedView(key) : null;
  const view = saved ?? home;
  const mini = options.mode === 'mini';
  const map = new maplibre.Map({
    container: element,
    style: mapStyle(readPalette(), isChinese(options.culture)),
    center: toDatum(view.lon, view.lat, datumOf(chosenTiles(options.tiles ?? []))),
    zoom: view.zoom,
    maxZoom: closestZoom,
    maxPitch: 0,
    pitchWithRotate: false,
    dragRotate: false,
    touchPitch: false,
    renderWorldCopies: false,
    attributionControl: false,
    fadeDuration: 0,
    // tile servers ask to be told which site uses them; the page as such tells other servers nothing
    transformRequest: (url) => ({ url, referrerPolicy: 'strict-origin' }),
    // a small map must not take the wheel, the keys or the finger away from the page it stands on
    scrollZoom: !mini,
    keyboard: !mini,
    doubleClickZoom: !mini,
    dragPan: !(mini && isCoarse()),
    touchZoomRotate: !mini,
    locale: { 'Map.Title': labels.title },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  if (mini) map.getCanvas().tabIndex = -1;
  map.getCanvas().setAttribute('aria-label', labels.title);
  // the style is enough to begin; waiting for 'load' would hold the devices back until the first full picture
  await styled(map);
  return present(element, options, labels, maplibre, map, key, saved !== null);
}

function styled(map: MapLibre): Promise<void> {
  return new Promise((resolve) => { map.once('style.load', () => resolve()); });
}

function present(
  element: HTMLElement, options: MapOptions, labels: FullLabels, maplibre: Awaited<ReturnType<typeof library>>, map: MapLibre, key: string | null, hasView: boolean,
): MapHandle {
  const view = new MapView(maplibre, map, element, options, labels, key, hasView);
  const extras = options.mode === 'mini' ? [] : [zoomButtons(labels, (steps) => view.zoomBy(steps))];
  element.append(...extras);
  const stopTheme = onThemeChange(() => view.recolour());
  const stopTopic = follow(options, view);
  let open = true;
  return {
    fitAll: () => view.fitAll(),
    select: (sn) => view.select(sn),
    zoomTo: (sn) => view.zoomTo(sn),
    zoomIn: () => view.zoomBy(1),
    zoomOut: () => view.zoomBy(-1),
    setFilter: (filter) => {
      view.setFilter(filter);
      if (options.mode === 'fleet') narrowFleet({ status: typeof filter.status === 'string' && filter.status ? filter.status : null, type: filter.type || null });
    },
    setBase: (name) => view.setBase(name),
    showTrail: (frame, trail) => view.showTrail(frame, trail),
    hideTrail: () => view.hideTrail(),
    beginPlacing: (sn) => view.placing?.begin(sn),
    placeHere: () => view.placing?.here(),
    endPlacing: () => view.placing?.end(),
    setTheme: () => view.recolour(),
    dispose() {
      if (!open) return;
      open = false;
      stopTopic();
      stopTheme();
      view.dispose();
      for (const extra of extras) extra.remove();
    },
  };
}

type Follower = Pick<MapView, 'replace' | 'take'>;

function follow(options: MapOptions, view: Follower): () => void {
  if (options.mode !== 'device') {
    return onFleet({ snapshot: (devices, cursor, _without, cells) => view.replace(devices, cursor, cells), changed: (devices, cursor) => view.take(devices, cursor) });
  }
  return onDevice(options.sn ?? '', {
    snapshot: (device, cursor) => view.replace(device ? [device] : [], cursor),
    changed: (device, _readings, cursor) => view.take([device], cursor),
  });
}

/** Resolves when the map stands; without WebGL 2 it says so in the element and returns a handle that does nothing. */
export async function createMap(element: HTMLElement, options: MapOptions): Promise<MapHandle> {
  const labels = fullLabels(options.labels);
  element.classList.add('map-view', `map-${options.mode}`);
  if (!canDraw()) return showFallback(element, labels, options.dotnet);
  // the devices are on their way while the library still loads; the real follower then finds them here
  const stopEarly = follow(options, { replace() {}, take() {} });
  try {
    return await drawMap(element, options, labels);
  } catch (error) {
    console.warn('The map could not be drawn.', error);
    element.replaceChildren();
    return showFallback(element, labels, options.dotnet);
  } finally {
    stopEarly();
  }
}
