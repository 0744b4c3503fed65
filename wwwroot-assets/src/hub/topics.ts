// What a page can follow: the fleet, one device, the messages.
import type {
  Cell, Cells, DeviceChanged, DeviceSince, DeviceView, DevicesChanged, FleetPart, FleetSince, FleetSnapshot, MapDevice, MessageView, MessagesArrived, MessagesSince, ReadingPoint,
} from './contract.ts';
import { invoke, noteServerTime, onServer } from './link.ts';
import { mergeInto } from './merge.ts';
import { Topic } from './topic.ts';

export interface FleetListener {
  /** The whole fleet, at first and whenever the gap was too long to be filled. */
  snapshot(devices: MapDevice[], cursor: number, withoutPosition: number, cells: Cells): void;
  changed(devices: MapDevice[], cursor: number): void;
}

export interface DeviceListener {
  /** The device as it stands; readings may be missing before it, so charts load again. */
  snapshot(device: DeviceView | null, cursor: number): void;
  changed(device: DeviceView, readings: ReadingPoint[], cursor: number): void;
}

export interface MessagesListener {
  /** The gap was too long: load the list again. */
  reset(cursor: number): void;
  arrived(messages: MessageView[], skipped: number, cursor: number): void;
}

/** A fleet that is larger than a map comes in part. Who is in it, and what the cells count, changes without news, too. */
const partLasts = 60_000;
const mostOnMap = 20_000;
const noCells: Cells = { step: 0, cells: [] };

class FleetTopic extends Topic<FleetListener, DevicesChanged> {
  private store = new Map<string, MapDevice>();
  private cursor: number | null = null;
  private withoutPosition = 0;
  private part: FleetPart = { status: null, type: null };
  private isPart = false;
  private cells: Cells = noCells;
  private partTimer: ReturnType<typeof setTimeout> | undefined;

  /** What is wanted of a fleet that is too large for the map; one that fits always comes whole. */
  narrow(part: FleetPart): void {
    if (part.status === this.part.status && part.type === this.part.type) return;
    this.part = part;
    if (this.isPart) this.reload();
  }

  private reload(): void {
    this.cursor = null;
    void this.resume();
  }

  protected override onIdle(): void {
    clearTimeout(this.partTimer);
    this.part = { status: null, type: null };
    if (this.isPart) this.cursor = null;
  }

  protected join(): Promise<unknown> { return invoke('joinFleet'); }
  protected leave(): Promise<unknown> { return invoke('leaveFleet'); }

  protected async load(): Promise<boolean> {
    if (this.cursor !== null) {
      const since = await invoke<FleetSince>('fleetSince', this.cursor);
      noteServerTime(since.now);
      if (!since.reset) {
        this.take(since.devices, since.cursor);
        return false;
      }
    }
    const isWhole = this.part.status === null && this.part.type === null;
    const snapshot = await (isWhole ? invoke<FleetSnapshot>('fleetSnapshot') : invoke<FleetSnapshot>('fleetPart', this.part));
    noteServerTime(snapshot.now);
    this.watchPart(snapshot.isPart);
    this.cursor = snapshot.cursor;
    this.withoutPosition = snapshot.withoutPosition;
    this.cells = { step: snapshot.step, cells: snapshot.cells };
    this.store = new Map(snapshot.devices.map((item) => [item.sn, item]));
    return true;
  }

  protected apply(event: DevicesChanged): void {
    noteServerTime(event.now);
    this.take(event.devices, event.cursor);
    this.forget(event.removed);
  }

  /** The devices that a cell counts, as far as a list can show them. */
  membersOf([, , , datum, x, y]: Cell): Promise<MapDevice[]> {
    return invoke<MapDevice[]>('fleetCell', { step: this.cells.step, datum, x, y, type: this.part.type });
  }

  /** Lets one device out of its cell: somebody looks at it. */
  admit(device: MapDevice): void {
    this.store.set(device.sn, device);
    for (const listener of this.listeners) listener.changed([device], this.cursor ?? 0);
  }

  private forget(sns: readonly string[]): void {
    const gone = sns.filter((sn) => this.store.delete(sn));
    if (gone.length === 0 || !this.ready) return;
    for (const listener of this.listeners) this.greet(listener);
  }

  private watchPart(isPart: boolean): void {
    this.isPart = isPart;
    clearTimeout(this.partTimer);
    if (isPart) this.partTimer = setTimeout(() => this.reload(), partLasts);
  }

  /** Of a part, strangers are let in while there is room, and whoever needs someone always. */
  private hasRoomFor(device: MapDevice): boolean {
    if (!this.isPart || this.store.has(device.sn) || device.status === 'alarm' || device.status === 'malfunction') return true;
    // it is counted already, with its neighbours
    if (this.cells.cells.length > 0 && device.status === 'normal') return false;
    const { status, type } = this.part;
    return this.store.size < mostOnMap && (status === null || device.status === status) && (type === null || device.type === type);
  }

  private take(devices: MapDevice[], cursor: number): void {
    const news = mergeInto(this.store, (device) => device.sn, devices.filter((device) => this.hasRoomFor(device)));
    this.cursor = Math.max(this.cursor ?? 0, cursor);
    if (news.length === 0 || !this.ready) return;
    for (const listener of this.listeners) listener.changed(news, this.cursor);
  }

  protected greet(listener: FleetListener): void {
    listener.snapshot([...this.store.values()], this.cursor ?? 0, this.withoutPosition, this.cells);
  }
}

class DeviceTopic extends Topic<DeviceListener, DeviceChanged> {
  private readonly store = new Map<string, DeviceView>();
  private cursor: number | null = null;

  constructor(readonly sn: string, private readonly idle: () => void) { super(); }

  protected join(): Promise<unknown> { return invoke('joinDevice', this.sn); }
  protected leave(): Promise<unknown> { return invoke('leaveDevice', this.sn); }
  protected override onIdle(): void { this.idle(); }

  protected async load(): Promise<boolean> {
    if (this.cursor !== null) {
      const since = await invoke<DeviceSince>('deviceSince', this.sn, this.cursor);
      if (!since.reset) {
        if (since.device) this.take(since.device, since.readings, since.cursor);
        return false;
      }
    }
    const device = await invoke<DeviceView | null>('device', this.sn);
    this.cursor = device?.messageId ?? 0;
    this.store.clear();
    if (device) this.store.set(this.sn, device);
    return true;
  }

  protected apply(event: DeviceChanged): void {
    noteServerTime(event.now);
    this.take(event.device, event.readings, event.cursor);
  }

  private take(device: DeviceView, readings: ReadingPoint[], cursor: number): void {
    const news = mergeInto(this.store, (item) => item.sn, [device]);
    this.cursor = Math.max(this.cursor ?? 0, cursor);
    if (!this.ready || (news.length === 0 && readings.length === 0)) return;
    // readings of an older message still belong into a chart; the view stays the newest
    const shown = this.store.get(this.sn) ?? device;
    for (const listener of this.listeners) listener.changed(shown, readings, this.cursor);
  }

  protected greet(listener: DeviceListener): void {
    listener.snapshot(this.store.get(this.sn) ?? null, this.cursor ?? 0);
  }
}

class MessagesTopic extends Topic<MessagesListener, MessagesArrived> {
  private cursor: number | null = null;

  protected join(): Promise<unknown> { return invoke('joinMessages'); }
  protected leave(): Promise<unknown> { return invoke('leaveMessages'); }

  /** A page that rendered its list up to a message says so, and what came since is fetched. */
  startAt(cursor: number): void {
    this.cursor = this.cursor === null ? cursor : Math.min(this.cursor, cursor);
  }

  protected async load(): Promise<boolean> {
    if (this.cursor === null) return false;
    const since = await invoke<MessagesSince>('messagesSince', this.cursor);
    if (!since.reset) {
      this.take(since.messages, 0, since.cursor);
      return false;
    }
    this.cursor = since.cursor;
    for (const listener of this.listeners) listener.reset(since.cursor);
    return true;
  }

  protected apply(event: MessagesArrived): void {
    this.take(event.messages, event.skipped, event.cursor);
  }

  private take(messages: MessageView[], skipped: number, cursor: number): void {
    const seen = this.cursor ?? -1;
    const news = messages.filter((message) => message.id > seen);
    this.cursor = Math.max(seen, cursor);
    if (news.length === 0 && skipped === 0) return;
    for (const listener of this.listeners) listener.arrived(news, skipped, this.cursor);
  }

  protected greet(): void { /* messages are news only; the page has its own list */ }
}

const fleet = new FleetTopic();
const messages = new MessagesTopic();
const devices = new Map<string, DeviceTopic>();
let wired = false;

function wire(): void {
  if (wired) return;
  wired = true;
  onServer<DevicesChanged>('devicesChanged', (event) => fleet.receive(event));
  onServer<DeviceChanged>('deviceChanged', (event) => devices.get(event.device.sn)?.receive(event));
  onServer<MessagesArrived>('messagesArrived', (event) => messages.receive(event));
}

export function onFleet(listener: FleetListener): () => void {
  wire();
  return fleet.add(listener);
}

/** Asks for a part of a fleet that is larger than a map. */
export function narrowFleet(part: FleetPart): void {
  fleet.narrow(part);
}

export function membersOfCell(cell: Cell): Promise<MapDevice[]> {
  return fleet.membersOf(cell);
}

export function admitToFleet(device: MapDevice): void {
  fleet.admit(device);
}

export function onDevice(sn: string, listener: DeviceListener): () => void {
  wire();
  let topic = devices.get(sn);
  if (!topic) {
    topic = new DeviceTopic(sn, () => devices.delete(sn));
    devices.set(sn, topic);
  }
  return topic.add(listener);
}

/** @param since the newest message the page already shows; without it only what comes from now on is told */
export function onMessages(listener: MessagesListener, since?: number): () => void {
  wire();
  if (since !== undefined) messages.startAt(since);
  return messages.add(listener);
}
