// Puts a device on the map by hand: dragged onto it, pressed where it belongs, or, by the keys and on a phone, with the map moved under a cross.
import type { Map as MapLibre, MapMouseEvent } from 'maplibre-gl';
import { fromDatum, type Datum, type LonLat } from './datum.ts';

/** What a dragged device is carried as; a type of its own, so that other things dropped here are left alone. */
const carried = 'application/x-sensoro-sn';

export interface PlacingOptions {
  /** The datum of the base map as it is now. */
  datum: () => Datum;
  /** A place in WGS-84 was chosen. */
  onPlaced: (sn: string, at: LonLat) => void;
  onCancelled: () => void;
}

export class Placing {
  private sn: string | null = null;
  private readonly cross = document.createElement('div');
  private readonly gone = new AbortController();

  constructor(private readonly map: MapLibre, private readonly element: HTMLElement, private readonly options: PlacingOptions) {
    this.cross.className = 'place-cross';
    this.cross.setAttribute('aria-hidden', 'true');
    const { signal } = this.gone;
    document.addEventListener('dragstart', (event) => Placing.carry(event), { signal });
    element.addEventListener('dragover', (event) => { if (event.dataTransfer?.types.includes(carried)) event.preventDefault(); }, { signal });
    element.addEventListener('drop', (event) => this.drop(event), { signal });
    map.getCanvas().addEventListener('keydown', (event) => this.key(event), { signal });
  }

  get isOn(): boolean { return this.sn !== null; }

  begin(sn: string): void {
    this.sn = sn;
    this.element.append(this.cross);
    this.element.dataset.placing = sn;
    this.map.getCanvas().focus({ preventScroll: true });
  }

  end(): void {
    this.sn = null;
    this.cross.remove();
    delete this.element.dataset.placing;
  }

  /** Where the cross is. */
  here(): void {
    const { lng, lat } = this.map.getCenter();
    this.place(this.sn, lng, lat);
  }

  click(event: MapMouseEvent): void { this.place(this.sn, event.lngLat.lng, event.lngLat.lat); }

  dispose(): void {
    this.gone.abort();
    this.end();
  }

  private static carry(event: DragEvent): void {
    const sn = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-carry]')?.dataset.carry : undefined;
    if (!sn || !event.dataTransfer) return;
    event.dataTransfer.setData(carried, sn);
    event.dataTransfer.effectAllowed = 'move';
  }

  private drop(event: DragEvent): void {
    const sn = event.dataTransfer?.getData(carried);
    if (!sn) return;
    event.preventDefault();
    const box = this.element.getBoundingClientRect();
    const { lng, lat } = this.map.unproject([event.clientX - box.left, event.clientY - box.top]);
    this.place(sn, lng, lat);
  }

  private key(event: KeyboardEvent): void {
    if (this.sn === null) return;
    if (event.key === 'Enter') this.here();
    else if (event.key === 'Escape') {
      event.stopPropagation();
      this.end();
      this.options.onCancelled();
    }
  }

  private place(sn: string | null, lon: number, lat: number): void {
    if (sn === null) return;
    this.end();
    this.options.onPlaced(sn, fromDatum(lon, lat, this.options.datum()));
  }
}
