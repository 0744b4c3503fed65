// The chosen device: its sign in a ring of the accent colour, above everything, with a line to the card that describes it.
import type { Map as MapLibre, Marker } from 'maplibre-gl';
import { glyphElement } from './glyphs.ts';
import type { Placed } from './fleet.ts';

type MarkerConstructor = typeof Marker;

const svgNamespace = 'http://www.w3.org/2000/svg';
const ringRadius = 16;

export class Selection {
  private marker: Marker | null = null;
  private readonly leader: SVGSVGElement;
  private readonly line: SVGLineElement;
  private status = '';
  sn: string | null = null;

  constructor(private readonly map: MapLibre, private readonly markers: MarkerConstructor) {
    this.leader = document.createElementNS(svgNamespace, 'svg');
    this.leader.setAttribute('class', 'map-leader');
    this.leader.setAttribute('aria-hidden', 'true');
    this.line = document.createElementNS(svgNamespace, 'line');
    this.leader.append(this.line);
    map.getCanvasContainer().append(this.leader);
    map.on('move', () => this.point());
    map.on('idle', () => this.point());
  }

  show(placed: Placed | undefined): void {
    this.sn = placed?.device.sn ?? null;
    if (!placed?.at) {
      this.marker?.remove();
      this.marker = null;
      this.status = '';
      this.point();
      return;
    }
    this.marker ??= new this.markers({ element: this.element() }).setLngLat(placed.at).addTo(this.map);
    this.marker.setLngLat(placed.at);
    if (this.status !== placed.status) {
      this.status = placed.status;
      this.marker.getElement().replaceChildren(glyphElement(placed.status));
    }
    this.point();
  }

  private element(): HTMLElement {
    const element = document.createElement('div');
    element.className = 'map-selected';
    element.setAttribute('aria-hidden', 'true');
    return element;
  }

  /** From the edge of the ring to the nearest point of the docked card, when the page shows one. */
  private point(): void {
    const card = this.marker ? document.querySelector('[data-map-card]')?.getBoundingClientRect() : undefined;
    const frame = this.map.getContainer().getBoundingClientRect();
    if (!this.marker || !card || card.width === 0 || card.right < frame.left || card.left > frame.right) {
      this.leader.style.display = 'none';
      return;
    }
    const from = this.map.project(this.marker.getLngLat());
    const to = { x: clamp(from.x, card.left - frame.left, card.right - frame.left), y: clamp(from.y, card.top - frame.top, card.bottom - frame.top) };
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    this.leader.style.display = length > ringRadius ? '' : 'none';
    if (length <= ringRadius) return;
    this.line.setAttribute('x1', String(from.x + ((to.x - from.x) * ringRadius) / length));
    this.line.setAttribute('y1', String(from.y + ((to.y - from.y) * ringRadius) / length));
    this.line.setAttribute('x2', String(to.x));
    this.line.setAttribute('y2', String(to.y));
  }

  dispose(): void {
    this.marker?.remove();
    this.leader.remove();
  }
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
