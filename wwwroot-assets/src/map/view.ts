// One map on a page: draws what the fleet tells it, at most once a second, and reports what people do with it.
import type * as MapLibreModule from 'maplibre-gl';
import type { GeoJSONSource, GeoJSONSourceDiff, Map as MapLibre, MapMouseEvent, Popup } from 'maplibre-gl';
import type { Cell, Cells, MapDevice } from '../hub/contract.ts';
import { serverNow } from '../hub/link.ts';
import { admitToFleet, membersOfCell } from '../hub/topics.ts';
import { BaseMap } from './basemap.ts';
import { boundsOf, changeDatum, fit, saveView } from './camera.ts';
import { ClusterLayer, type Cluster } from './clusters.ts';
import { credit } from './credit.ts';
import { cellFeature, cellId, closestZoom, toSourceDiff } from './features.ts';
import { toDatum } from './datum.ts';
import { byUrgency, Fleet, mostUrgent, toPlaced, type FleetDiff, type Placed } from './fleet.ts';
import { mostMembers, openMembers } from './members.ts';
import type { FullLabels, MapFilter, MapOptions, TileMap, TrailOptions } from './options.ts';
import { readPalette } from './palette.ts';
import { Placing } from './placing.ts';
import { Selection } from './selection.ts';
import { recolour, setStatusImages } from './style.ts';
import { chosenTiles, datumOf, drawTiles, keepTiles, onTileFault } from './tiles.ts';
import { Trail } from './trail.ts';

const mostInView = 200;
/** From here on a cell that is pressed says who is in it instead of coming closer. */
const listsCellsFrom = 13;
/** A small map without controls finds back to the whole fleet by itself. */
const miniReturnsAfter = 60_000;
/** Clustering everything anew takes longer the more there is. */
const batchPause = (devices: number) => (devices > 20_000 ? 3_000 : 1_000);

export class MapView {
  readonly fleet = new Fleet();
  private readonly clusters: ClusterLayer;
  private readonly selection: Selection;
  private readonly baseMap: BaseMap;
  private readonly credit: HTMLElement;
  private tiles: TileMap | null;
  private trail: Trail | null = null;
  /** Only the map of the fleet has a tray to place devices from. */
  readonly placing: Placing | null;
  private popup: Popup | null = null;
  private cells: readonly Cell[] = [];
  private drawnCells = 0;
  private cellsPending = false;
  private cursor = 0;
  private drawing = false;
  private lastDrawnAt = 0;
  private drawTimer: ReturnType<typeof setTimeout> | undefined;
  private viewTimer: ReturnType<typeof setTimeout> | undefined;
  private returnTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly ageTimer: ReturnType<typeof setInterval>;
  private lastInView = '';
  private fitted: boolean;
  /** In device mode: keep the device in the middle until somebody moves the map. */
  private following: boolean;
  private gone = false;

  constructor(
    private readonly library: typeof MapLibreModule, private readonly map: MapLibre, private readonly element: HTMLElement,
    private readonly options: MapOptions, private readonly labels: FullLabels, private readonly storageKey: string | null, hasView: boolean,
  ) {
    this.fitted = hasView;
    this.following = options.mode === 'device';
    this.clusters = new ClusterLayer(map, library.Marker, {
      labels, culture: options.culture, focusable: options.mode !== 'mini', onOpen: (cluster) => void this.open(cluster),
    });
    this.selection = new Selection(map, library.Marker);
    setStatusImages(map, readPalette());
    this.baseMap = new BaseMap(map);
    this.credit = credit();
    element.append(this.credit);
    this.tiles = chosenTiles(options.tiles ?? []);
    this.drawBase();
    this.placing = options.mode !== 'fleet' ? null : new Placing(map, element, {
      datum: () => datumOf(this.tiles),
      onPlaced: (sn, [lon, lat]) => this.tell('Placed', sn, lon, lat),
      onCancelled: () => this.tell('PlacingEnded'),
    });
    onTileFault(map, () => credit(this.credit, this.tiles, labels.noTiles));
    this.listen();
    this.ageTimer = setInterval(() => this.age(), 1_000);
  }

  private listen(): void {
    const { map } = this;
    map.on('click', (event) => this.click(event));
    map.on('mousemove', (event) => { map.getCanvas().style.cursor = this.deviceAt(event) ? 'pointer' : ''; });
    map.on('dragstart', () => {
      this.following = false;
      this.planReturn();
    });
    map.on('moveend', () => {
      if (this.storageKey) saveView(this.storageKey, map, datumOf(this.tiles));
      this.planViewChanged();
    });
    map.once('idle', () => { this.element.dataset.ready = 'true'; });
  }

  replace(devices: readonly MapDevice[], cursor: number, cells?: Cells): void {
    this.cursor = Math.max(this.cursor, cursor);
    this.fleet.replace(devices, serverNow());
    this.cellsPending ||= this.cells !== (cells?.cells ?? this.cells);
    this.cells = cells?.cells ?? this.cells;
    this.planDraw();
  }

  take(devices: readonly MapDevice[], cursor: number): void {
    this.cursor = Math.max(this.cursor, cursor);
    this.fleet.take(devices, serverNow());
    this.planDraw();
  }

  setFilter(filter: MapFilter): void {
    this.fleet.setFilter(filter);
    this.planDraw();
  }

  private age(): void {
    this.fleet.age(serverNow());
    if (this.fleet.pending) this.planDraw();
  }

  private planDraw(): void {
    if (this.drawTimer !== undefined || this.drawing || this.gone) return;
    const wait = Math.max(0, this.lastDrawnAt + batchPause(this.fleet.size) - performance.now());
    this.drawTimer = setTimeout(() => void this.draw(), wait);
  }

  private async draw(): Promise<void> {
    this.drawTimer = undefined;
    const source = this.map.getSource<GeoJSONSource>('devices');
    if (this.gone || !source) return;
    this.drawing = true;
    this.lastDrawnAt = performance.now();
    const cursor = this.cursor;
    const diff = this.fleet.diff();
    try {
      if (this.cellsPending || diff.added.length + diff.moved.length + diff.restyled.length + diff.removed.length > 0) await source.updateData(this.withCells(toSourceDiff(diff)));
    } finally {
      this.drawing = false;
    }
    if (this.gone) return;
    this.drawn(diff, cursor);
    if (this.fleet.pending) this.planDraw();
  }

  /** Cells have no names: the old ones go and the new ones come. */
  private withCells(diff: GeoJSONSourceDiff): GeoJSONSourceDiff {
    if (!this.cellsPending) return diff;
    this.cellsPending = false;
    const old = Array.from({ length: this.drawnCells }, (_, index) => cellId(index));
    this.drawnCells = this.cells.length;
    this.element.dataset.cells = String(this.cells.length);
    return {
      ...diff,
      remove: [...(diff.remove ?? []), ...old],
      add: [...(diff.add ?? []), ...this.cells.map((cell, index) => cellFeature(cell, index, datumOf(this.tiles)))],
    };
  }

  private drawn(diff: FleetDiff, cursor: number): void {
    const { dataset } = this.element;
    dataset.devices = String(this.fleet.size);
    dataset.cursor = String(cursor);
    const last = [...diff.added, ...diff.moved, ...diff.restyled].sort((a, b) => a.device.messageId - b.device.messageId).at(-1);
    if (last) {
      dataset.lastSn = last.device.sn;
      dataset.lastStatus = last.status;
    }
    if (this.selection.sn) this.selection.show(this.fleet.find(this.selection.sn));
    if (this.options.mode === 'device') this.follow(diff);
    else if (!this.fitted && this.fleet.size + this.cells.length > 0) this.fitAll(false);
    this.planViewChanged();
  }

  /** In device mode: the device stays in the middle until somebody moves the map or looks at its trail. */
  private follow(diff: FleetDiff): void {
    const placed = [...diff.added, ...diff.moved][0];
    if (!placed?.at) return;
    this.selection.show(placed);
    if (!this.fitted) {
      this.fitted = true;
      this.map.jumpTo({ center: placed.at, zoom: Math.max(this.map.getZoom(), 9) });
    } else if (this.following) this.map.easeTo({ center: placed.at, duration: 600 });
  }

  setBase(name: string | null): void {
    const before = datumOf(this.tiles);
    this.tiles = this.options.tiles?.find((tiles) => tiles.name === name) ?? null;
    keepTiles(this.tiles);
    this.popup?.remove();
    this.drawBase();
    changeDatum(this.map, before, datumOf(this.tiles));
    this.trail?.setDatum(datumOf(this.tiles));
  }

  private drawBase(): void {
    drawTiles(this.map, this.tiles);
    this.baseMap.setShown(!this.tiles);
    this.fleet.setDatum(datumOf(this.tiles));
    this.cellsPending = this.cells.length > 0;
    this.planDraw();
    credit(this.credit, this.tiles);
    this.element.dataset.base = this.tiles?.name ?? '';
    if (this.options.mode === 'fleet') this.tell('BaseShown', this.tiles?.name ?? null);
  }

  showTrail(frame: HTMLElement, trail: TrailOptions): void {
    this.trail?.dispose();
    this.trail = new Trail({
      map: this.map,
      marker: this.library.Marker,
      culture: this.options.culture,
      datum: datumOf(this.tiles),
      withoutEnd: this.options.mode === 'device',
      onLook: () => {
        this.fitted = true;
        this.following = false;
      },
    }, frame, trail);
  }

  hideTrail(): void {
    this.trail?.dispose();
    this.trail = null;
  }

  fitAll(animate = true): void {
    if (this.options.mode === 'device') this.following = true;
    const box = boundsOf([...[...this.fleet.shown()].map(({ at }) => at), ...this.cells.map(([lon, lat]) => toDatum(lon, lat, datumOf(this.tiles)))]);
    if (!box) return;
    this.fitted = true;
    fit(this.map, box, animate);
  }

  select(sn: string | null): void {
    const placed = sn === null ? undefined : this.fleet.find(sn);
    this.selection.show(placed);
    this.selection.sn = sn;
    if (placed?.at && !this.map.getBounds().contains(placed.at)) this.map.easeTo({ center: placed.at, duration: 600 });
  }

  zoomTo(sn: string): void {
    const at = this.fleet.find(sn)?.at;
    if (at) this.map.easeTo({ center: at, zoom: Math.max(this.map.getZoom(), 14), duration: 800 });
  }

  zoomBy(steps: number): void {
    this.map.easeTo({ zoom: this.map.getZoom() + steps, duration: 250 });
  }

  recolour(): void {
    recolour(this.map, readPalette());
  }

  private deviceAt(event: MapMouseEvent): string | null {
    const { x, y } = event.point;
    const reach = 8;
    const found = this.map.queryRenderedFeatures([[x - reach, y - reach], [x + reach, y + reach]], { layers: ['devices'] });
    const sn: unknown = found[0]?.properties.sn;
    return typeof sn === 'string' ? sn : null;
  }

  private click(event: MapMouseEvent): void {
    if (this.placing?.isOn) {
      this.placing.click(event);
      return;
    }
    const sn = this.deviceAt(event);
    if (sn) this.choose(sn);
  }

  private choose(sn: string): void {
    this.select(sn);
    this.tell('DeviceSelected', sn);
  }

  private async openCell(cluster: Cluster): Promise<void> {
    const cell = this.cells[cluster.cell ?? -1];
    if (!cell) return;
    if (this.map.getZoom() < listsCellsFrom) {
      this.planReturn();
      this.map.easeTo({ center: [cluster.lon, cluster.lat], zoom: Math.min(this.map.getZoom() + 3, listsCellsFrom), duration: 600 });
      return;
    }
    const members = await membersOfCell(cell).catch(() => []);
    if (this.gone) return;
    const now = serverNow();
    const placed = members.map((device) => toPlaced(device, 0, now, datumOf(this.tiles))).sort(byUrgency);
    this.popup?.remove();
    this.popup = openMembers(this.map, this.library.Popup, [cluster.lon, cluster.lat], placed, cluster.members, this.labels, (sn) => {
      const chosen = members.find((device) => device.sn === sn);
      if (chosen) admitToFleet(chosen);
      this.choose(sn);
    });
  }

  private async open(cluster: Cluster): Promise<void> {
    if (cluster.cell !== null) {
      await this.openCell(cluster);
      return;
    }
    const zoom = await this.clusters.openingZoom(cluster.id, closestZoom).catch(() => undefined);
    if (zoom === undefined || this.gone) return;
    if (zoom !== null) {
      this.following = false;
      this.planReturn();
      this.map.easeTo({ center: [cluster.lon, cluster.lat], zoom: Math.min(zoom + 0.2, closestZoom), duration: 600 });
      return;
    }
    const members = await this.clusters.members(cluster.id, mostMembers).catch(() => []);
    if (this.gone) return;
    const placed = members.map((sn) => this.fleet.find(sn)).filter((item): item is Placed => item !== undefined).sort(byUrgency);
    this.popup?.remove();
    this.popup = openMembers(this.map, this.library.Popup, [cluster.lon, cluster.lat], placed, cluster.members, this.labels, (sn) => this.choose(sn));
  }

  private planReturn(): void {
    if (this.options.mode !== 'mini') return;
    clearTimeout(this.returnTimer);
    this.returnTimer = setTimeout(() => this.fitAll(), miniReturnsAfter);
  }

  private planViewChanged(): void {
    if (this.viewTimer !== undefined || this.options.mode !== 'fleet') return;
    this.viewTimer = setTimeout(() => this.viewChanged(), 400);
  }

  private viewChanged(): void {
    this.viewTimer = undefined;
    if (this.gone) return;
    const view = this.map.getBounds();
    const inside = [...this.fleet.shown()].filter(({ at }) => at !== null && view.contains(at));
    this.element.dataset.inView = String(inside.length);
    const sns = mostUrgent(inside, mostInView).map(({ device }) => device.sn);
    const signature = sns.join();
    if (signature === this.lastInView) return;
    this.lastInView = signature;
    this.tell('ViewChanged', sns);
  }

  private tell(method: string, ...values: unknown[]): void {
    // the page may have gone a moment ago; nobody is left to be told then
    this.options.dotnet?.invokeMethodAsync(method, ...values).catch(() => undefined);
  }

  dispose(): void {
    this.gone = true;
    clearTimeout(this.drawTimer);
    clearTimeout(this.viewTimer);
    clearTimeout(this.returnTimer);
    clearInterval(this.ageTimer);
    this.popup?.remove();
    this.trail?.dispose();
    this.placing?.dispose();
    this.credit.remove();
    this.clusters.dispose();
    this.selection.dispose();
    this.map.remove();
  }
}
