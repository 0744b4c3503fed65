// Clusters as buttons over the map: a ring of the shares of their states around the number of members.
import type { GeoJSONSource, Map as MapLibre, Marker } from 'maplibre-gl';
import { statuses, type Status } from '../hub/contract.ts';
import { cellId } from './features.ts';
import { ringRadius, ringSlices, worstOf, type Counts } from './ring.ts';
import type { FullLabels } from './options.ts';

type MarkerConstructor = typeof Marker;

export interface Cluster { id: number; lon: number; lat: number; members: number; counts: Counts; /** A cell of the server's, which does not fall apart. */ cell: number | null }

export interface ClusterLayerOptions {
  labels: FullLabels;
  culture: string | undefined;
  /** Whether clusters can be reached with the keyboard. */
  focusable: boolean;
  onOpen(cluster: Cluster): void;
}

interface Shown { marker: Marker; signature: string; cluster: Cluster }

const svgNamespace = 'http://www.w3.org/2000/svg';
const ringWidth = 4.5;

function circle(className: string, centre: number, radius: number): SVGCircleElement {
  const element = document.createElementNS(svgNamespace, 'circle');
  element.setAttribute('class', className);
  for (const name of ['cx', 'cy']) element.setAttribute(name, String(centre));
  element.setAttribute('r', String(radius));
  return element;
}

function arc(status: Status, from: number, share: number, centre: number, radius: number): SVGCircleElement {
  const element = circle(`ring ring-${status}`, centre, radius);
  const turn = 2 * Math.PI * radius;
  // a hair of background between two slices, none round a full ring
  const length = share > 0.999 ? turn : Math.max(1, share * turn - 1.2);
  element.setAttribute('stroke-width', String(ringWidth));
  element.setAttribute('stroke-dasharray', `${length.toFixed(2)} ${(turn - length).toFixed(2)}`);
  element.setAttribute('stroke-dashoffset', (-from * turn).toFixed(2));
  element.setAttribute('transform', `rotate(-90 ${centre} ${centre})`);
  return element;
}

export function compactCount(members: number, culture: string | undefined): string {
  return new Intl.NumberFormat(culture, members < 10_000 ? {} : { notation: 'compact', maximumFractionDigits: 1 }).format(members);
}

function picture(cluster: Cluster, culture: string | undefined): SVGSVGElement {
  const radius = ringRadius(cluster.members);
  const centre = radius + ringWidth / 2 + 1;
  const svg = document.createElementNS(svgNamespace, 'svg');
  for (const name of ['width', 'height']) svg.setAttribute(name, String(centre * 2));
  svg.setAttribute('viewBox', `0 0 ${centre * 2} ${centre * 2}`);
  svg.setAttribute('aria-hidden', 'true');
  svg.append(circle('disc', centre, radius + ringWidth / 2 + 1), circle('core', centre, radius - ringWidth / 2 - 1.2));
  for (const slice of ringSlices(cluster.counts)) svg.append(arc(slice.status, slice.from, slice.share, centre, radius));
  const text = document.createElementNS(svgNamespace, 'text');
  text.setAttribute('x', String(centre));
  text.setAttribute('y', String(centre));
  text.setAttribute('dy', '.36em');
  text.textContent = compactCount(cluster.members, culture);
  svg.append(text);
  return svg;
}

function describe(cluster: Cluster, labels: FullLabels): string {
  const parts = statuses.filter((status) => cluster.counts[status] > 0).map((status) => `${labels.statuses[status]} ${cluster.counts[status]}`);
  return `${labels.devices.replace('{0}', String(cluster.members))}: ${parts.join(', ')}`;
}

function toCluster(feature: GeoJSON.Feature): Cluster {
  const properties = feature.properties ?? {};
  const [lon = 0, lat = 0] = feature.geometry.type === 'Point' ? feature.geometry.coordinates : [];
  const cell = typeof properties.cell === 'number' ? properties.cell : null;
  const counts = Object.fromEntries(statuses.map((status) => [status, Number(cell === null ? properties[status] ?? 0 : status === properties.status ? properties.members : 0)])) as Counts;
  const members = statuses.reduce((sum, status) => sum + counts[status], 0);
  return { id: cell === null ? Number(properties.cluster_id) : cellId(cell), lon, lat, members, counts, cell };
}

export class ClusterLayer {
  private readonly shown = new Map<number, Shown>();
  private frame = 0;

  constructor(private readonly map: MapLibre, private readonly marker: MarkerConstructor, private readonly options: ClusterLayerOptions) {
    const plan = () => this.plan();
    map.on('move', plan);
    map.on('idle', plan);
    map.on('sourcedata', (event) => { if (event.sourceId === 'devices') this.plan(); });
  }

  private plan(): void {
    if (this.frame) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.sync();
    });
  }

  private sync(): void {
    // half-loaded tiles would make clusters blink; the old ones stay until the new are there
    if (!this.map.style || !this.map.isSourceLoaded('devices')) return;
    const view = this.map.getBounds();
    const present = new Set<number>();
    for (const feature of this.map.querySourceFeatures('devices', { filter: ['any', ['has', 'point_count'], ['has', 'cell']] })) {
      const cluster = toCluster(feature);
      if (present.has(cluster.id) || !view.contains([cluster.lon, cluster.lat])) continue;
      present.add(cluster.id);
      this.show(cluster);
    }
    for (const [id, { marker }] of this.shown) {
      if (present.has(id)) continue;
      marker.remove();
      this.shown.delete(id);
    }
  }

  private show(cluster: Cluster): void {
    const signature = `${cluster.members}/${statuses.map((status) => cluster.counts[status]).join()}`;
    const known = this.shown.get(cluster.id);
    if (!known) {
      this.shown.set(cluster.id, { marker: this.create(cluster), signature, cluster });
      return;
    }
    known.marker.setLngLat([cluster.lon, cluster.lat]);
    known.cluster = cluster;
    if (known.signature === signature) return;
    known.signature = signature;
    this.paint(known.marker.getElement(), cluster);
  }

  private create(cluster: Cluster): Marker {
    const element = document.createElement('button');
    element.type = 'button';
    if (!this.options.focusable) element.tabIndex = -1;
    element.addEventListener('click', (event) => {
      event.stopPropagation();
      const current = this.shown.get(cluster.id)?.cluster;
      if (current) this.options.onOpen(current);
    });
    const marker = new this.marker({ element }).setLngLat([cluster.lon, cluster.lat]).addTo(this.map);
    this.paint(element, cluster);
    return marker;
  }

  private paint(element: HTMLElement, cluster: Cluster): void {
    const worst = worstOf(cluster.counts);
    element.classList.add('map-cluster');
    for (const status of statuses) element.classList.toggle(`is-${status}`, status === worst);
    element.setAttribute('aria-label', describe(cluster, this.options.labels));
    element.dataset.members = String(cluster.members);
    element.replaceChildren(picture(cluster, this.options.culture));
  }

  /** The zoom at which a cluster falls apart, or null when its members stand on one spot. */
  async openingZoom(id: number, closest: number): Promise<number | null> {
    const zoom = await this.source().getClusterExpansionZoom(id);
    return zoom > closest ? null : zoom;
  }

  async members(id: number, limit: number): Promise<string[]> {
    const leaves = await this.source().getClusterLeaves(id, limit, 0);
    return leaves.map((leaf) => String(leaf.properties?.sn ?? ''));
  }

  private source(): GeoJSONSource {
    const source = this.map.getSource<GeoJSONSource>('devices');
    if (!source) throw new Error('The map is gone.');
    return source;
  }

  dispose(): void {
    cancelAnimationFrame(this.frame);
    for (const { marker } of this.shown.values()) marker.remove();
    this.shown.clear();
  }
}
