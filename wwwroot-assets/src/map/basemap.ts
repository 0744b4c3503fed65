// The offline base map: coarse land and names once, fine land block by block where somebody looks closely.
import type { FilterSpecification, GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import { blockFeatures, blocksIn, type LandBlock } from './blocks.ts';

const fineFrom = 4;

interface CoarseLand { fine: string[]; blocks: LandBlock[] }
type Name = [lon: number, lat: number, from: number, size: number, name: string, zh?: string];
interface Names { cities: Name[]; countries: Name[] }

// maps come and go with the pages; what was loaded stays for the life of the document
const loads = new Map<string, Promise<unknown>>();

function load<T>(name: string): Promise<T> {
  const address = new URL(`./basemap/${name}.json`, import.meta.url);
  let promise = loads.get(name);
  if (!promise) {
    promise = fetch(address).then((answer) => {
      if (!answer.ok) throw new Error(`${address.pathname}: ${answer.status}`);
      return answer.json();
    });
    loads.set(name, promise);
    promise.catch(() => loads.delete(name));
  }
  return promise as Promise<T>;
}

function collection(features: GeoJSON.Feature[]): GeoJSON.FeatureCollection {
  return { type: 'FeatureCollection', features };
}

function nameFeatures(names: Name[]): GeoJSON.FeatureCollection {
  return collection(names.map(([lon, lat, from, size, name, zh], order) => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [lon, lat] },
    properties: { from, size, name, order: from * 10_000 + order, ...(zh ? { zh } : {}) },
  })));
}

export class BaseMap {
  private fine = new Set<string>();
  private readonly shown = new Set<string>();
  private readonly features: GeoJSON.Feature[] = [];
  private readonly wanted = new Set<string>();
  private isShown = false;
  private isOffered = false;

  constructor(private readonly map: MapLibre) {}

  /** Nothing is loaded for a map that is drawn on something else. */
  setShown(shown: boolean): void {
    this.isShown = shown;
    if (!shown) return;
    if (this.isOffered) this.refine();
    else void this.draw();
  }

  /** Draws the world; the map stays usable without it, on plain sea, when a file cannot be loaded. */
  private async draw(): Promise<void> {
    this.isOffered = true;
    const names = load<Names>('labels').then(({ cities, countries }) => {
      this.source('cities')?.setData(nameFeatures(cities));
      this.source('countries')?.setData(nameFeatures(countries));
    });
    const land = load<CoarseLand>('land-50m').then(({ fine, blocks }) => {
      this.fine = new Set(fine);
      this.source('land')?.setData(collection(blocks.flatMap(blockFeatures)));
    });
    const failed = (await Promise.allSettled([names, land])).find((result) => result.status === 'rejected');
    if (failed) console.warn('The base map could not be loaded.', failed.reason);
    this.refine();
    this.map.on('moveend', () => this.refine());
  }

  private source(name: string): GeoJSONSource | undefined {
    // undefined once the map was removed while a file was still on its way
    return this.map.style ? this.map.getSource<GeoJSONSource>(name) : undefined;
  }

  /** Loads the fine blocks under the view. */
  private refine(): void {
    if (!this.isShown || !this.map.style || this.map.getZoom() < fineFrom) return;
    const view = this.map.getBounds();
    for (const id of blocksIn(view.getWest(), view.getSouth(), view.getEast(), view.getNorth())) {
      if (!this.fine.has(id) || this.wanted.has(id)) continue;
      this.wanted.add(id);
      load<LandBlock>(`land-10m-${id}`).then((block) => this.add(block), () => this.wanted.delete(id));
    }
  }

  private async add(block: LandBlock): Promise<void> {
    this.features.push(...blockFeatures(block));
    this.shown.add(block.id);
    const source = this.source('land-fine');
    if (!source) return;
    await source.setData(collection(this.features));
    // the coarse block leaves only when the fine one is drawn, so the land never vanishes in between
    this.map.once('idle', () => this.hideCoarse());
  }

  private hideCoarse(): void {
    if (!this.map.style) return;
    const coarse = (type: string): FilterSpecification => ['all', ['==', ['geometry-type'], type], ['!', ['in', ['get', 'block'], ['literal', [...this.shown]]]]];
    this.map.setFilter('land', coarse('Polygon'));
    this.map.setFilter('land-coast', coarse('LineString'));
  }
}
