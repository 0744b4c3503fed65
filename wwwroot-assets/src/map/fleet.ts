// The devices the map shows: which pass the filter, how they age, and what the drawing has to be told since the last time.
import { statuses, type MapDevice, type Status } from '../hub/contract.ts';
import { toDatum, type Datum, type LonLat } from './datum.ts';
import type { MapFilter } from './options.ts';

export interface Placed {
  /** Number of the feature in the map's source. */
  id: number;
  device: MapDevice;
  /** The status now: the server's word, aged by the browser's clock. */
  status: Status;
  /** Where it is drawn, in the datum of the base map; null without a position. */
  at: LonLat | null;
}

export interface FleetDiff { added: Placed[]; moved: Placed[]; restyled: Placed[]; removed: number[] }

/** Only presence ages by itself; what needs somebody (alarm, malfunction) and maintenance stay until the server says otherwise. */
export function statusAt(device: MapDevice, now: number): Status {
  if (device.status !== 'normal' && device.status !== 'late') return device.status;
  if (device.lostAt !== null && now >= device.lostAt) return 'lost';
  if (device.lateAt !== null && now >= device.lateAt) return 'late';
  return device.status;
}

function place({ lon, lat }: MapDevice, datum: Datum): LonLat | null {
  return lon === null || lat === null ? null : toDatum(lon, lat, datum);
}

export function toPlaced(device: MapDevice, id: number, now: number, datum: Datum): Placed {
  return { id, device, status: statusAt(device, now), at: place(device, datum) };
}

export function matches(placed: Placed, filter: MapFilter, now: number): boolean {
  const wanted = filter.status;
  if (wanted && wanted.length > 0 && !(Array.isArray(wanted) ? wanted.includes(placed.status) : wanted === placed.status)) return false;
  const { device } = placed;
  if (filter.type && device.type !== filter.type) return false;
  if (filter.battery && !(device.battery !== null && device.battery < filter.battery)) return false;
  if (filter.silent && !(device.lastAt !== null && now - device.lastAt >= filter.silent)) return false;
  const search = filter.search?.trim().toLowerCase();
  return !search || device.sn.toLowerCase().includes(search) || (device.name?.toLowerCase().includes(search) ?? false);
}

/** The worst first, then the one heard last. */
export function byUrgency(a: Placed, b: Placed): number {
  const inState = a.status === b.status ? 0 : statuses.indexOf(a.status) - statuses.indexOf(b.status);
  return inState || (b.device.lastAt ?? 0) - (a.device.lastAt ?? 0);
}

/** The first in the order of urgency. Only the states that are reached are sorted: of a large fleet most is normal and not asked for. */
export function mostUrgent(placed: readonly Placed[], most: number): Placed[] {
  const first: Placed[] = [];
  for (const status of statuses) {
    if (first.length >= most) break;
    const alike = placed.filter((one) => one.status === status).sort(byUrgency);
    first.push(...alike.slice(0, most - first.length));
  }
  return first;
}

interface Drawn { lon: number; lat: number; status: Status; name: string | null }

export class Fleet {
  private readonly placed = new Map<string, Placed>();
  private readonly drawn = new Map<string, Drawn>();
  private readonly dirty = new Set<string>();
  private filter: MapFilter = {};
  private datum: Datum = 'wgs84';
  private now = 0;
  private nextId = 1;

  get size(): number { return this.drawn.size; }
  get pending(): boolean { return this.dirty.size > 0; }

  find(sn: string): Placed | undefined { return this.placed.get(sn); }

  *shown(): Iterable<Placed> {
    for (const sn of this.drawn.keys()) {
      const placed = this.placed.get(sn);
      if (placed) yield placed;
    }
  }

  /** The whole fleet anew; what is missing in it is gone. */
  replace(devices: readonly MapDevice[], now: number): void {
    const present = new Set(devices.map((device) => device.sn));
    for (const sn of this.placed.keys()) {
      if (present.has(sn)) continue;
      this.placed.delete(sn);
      this.dirty.add(sn);
    }
    this.take(devices, now);
  }

  take(devices: readonly MapDevice[], now: number): void {
    this.now = now;
    for (const device of devices) {
      const known = this.placed.get(device.sn);
      this.placed.set(device.sn, toPlaced(device, known?.id ?? this.nextId++, now, this.datum));
      this.dirty.add(device.sn);
    }
  }

  /** Lets devices become late, lost or long silent without a word from the server. */
  age(now: number): void {
    this.now = now;
    for (const placed of this.placed.values()) {
      const status = statusAt(placed.device, now);
      if (status !== placed.status) {
        placed.status = status;
        this.dirty.add(placed.device.sn);
      } else if (this.filter.silent && placed.at && matches(placed, this.filter, now) !== this.drawn.has(placed.device.sn)) this.dirty.add(placed.device.sn);
    }
  }

  setFilter(filter: MapFilter): void {
    this.filter = filter;
    for (const sn of this.placed.keys()) this.dirty.add(sn);
  }

  /** Draws every device where a base map in another datum has it. */
  setDatum(datum: Datum): void {
    this.datum = datum;
    for (const placed of this.placed.values()) {
      placed.at = place(placed.device, datum);
      this.dirty.add(placed.device.sn);
    }
  }

  /** What changed since the last call. */
  diff(): FleetDiff {
    const diff: FleetDiff = { added: [], moved: [], restyled: [], removed: [] };
    for (const sn of this.dirty) this.compare(sn, diff);
    this.dirty.clear();
    return diff;
  }

  private readonly ids = new Map<string, number>();

  private compare(sn: string, diff: FleetDiff): void {
    const placed = this.placed.get(sn);
    const before = this.drawn.get(sn);
    if (!placed || !placed.at || !matches(placed, this.filter, this.now)) {
      const id = this.ids.get(sn);
      if (before && id !== undefined) diff.removed.push(id);
      this.drawn.delete(sn);
      this.ids.delete(sn);
      return;
    }
    const [lon, lat] = placed.at;
    const { name } = placed.device;
    this.drawn.set(sn, { lon, lat, name, status: placed.status });
    this.ids.set(sn, placed.id);
    if (!before) diff.added.push(placed);
    else if (before.lon !== lon || before.lat !== lat) diff.moved.push(placed);
    else if (before.status !== placed.status || before.name !== name) diff.restyled.push(placed);
  }
}
