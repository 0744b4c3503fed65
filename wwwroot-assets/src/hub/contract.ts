// The shapes the telemetry hub speaks. All times are Unix milliseconds of the server's clock.

export type Status = 'alarm' | 'malfunction' | 'lost' | 'late' | 'normal' | 'never' | 'maintenance';

/** In the order of urgency: the worst first. */
export const statuses: readonly Status[] = ['alarm', 'malfunction', 'lost', 'late', 'normal', 'never', 'maintenance'];

/** A device as lists and maps need it; lon and lat are WGS-84. */
export interface MapDevice {
  sn: string;
  name: string | null;
  type: string | null;
  status: Status;
  lon: number | null;
  lat: number | null;
  lastAt: number | null;
  battery: number | null;
  lateAt: number | null;
  lostAt: number | null;
  messageId: number;
  /** Grows with each change by staff. */
  revision: number;
  headline: string | null;
}

export type ValueKind = 'number' | 'state' | 'flag' | 'vector' | 'text' | 'json' | 'position' | 'noFix';

export interface MetricView {
  metric: string;
  label: string;
  kind: ValueKind;
  value: number | null;
  x: number | null;
  y: number | null;
  z: number | null;
  active: boolean | null;
  text: string | null;
  unit: string | null;
  decimals: number;
  at: number;
  since: number | null;
}

export interface DeviceView extends MapDevice {
  interval: number | null;
  lastSeenAt: number | null;
  values: MetricView[];
}

export interface ReadingPoint {
  metric: string;
  at: number;
  value: number | null;
  y: number | null;
  z: number | null;
}

export interface MessageView {
  id: number;
  receivedAt: number;
  createdAt: number | null;
  kind: string;
  sn: string | null;
  taskId: string | null;
  msgId: string | null;
  encrypted: boolean;
  deliveries: number;
  size: number;
  conflict: boolean;
}

/** Devices in order, counted by a square of a grid: the middle of them in WGS-84, how many, and which square it is. */
export type Cell = readonly [lon: number, lat: number, count: number, datum: number, x: number, y: number];
export interface Cells { step: number; cells: readonly Cell[] }

/** isPart: the fleet is larger than a map; these are the part that was asked for, or of too many those that are not in order, beside cells. */
export interface FleetSnapshot extends Cells { cursor: number; now: number; devices: MapDevice[]; withoutPosition: number; isPart: boolean }
/** What the server narrows a fleet by that is larger than a map. */
export interface FleetPart { status: Status | null; type: string | null }
export interface FleetSince { cursor: number; now: number; reset: boolean; devices: MapDevice[] }
export interface DeviceSince { cursor: number; reset: boolean; device: DeviceView | null; readings: ReadingPoint[] }
export interface MessagesSince { cursor: number; reset: boolean; messages: MessageView[] }

/** Names a series: a metric of a device. */
export interface SeriesKey { sn: string; metric: string }

/** Asks for several series over one span, all of them told equally finely. */
export interface HistoryAsk { keys: SeriesKey[]; from: number; to: number; points: number; resolution: string | null; zone: string | null }

/** Points are [at, value], or [at, min, mean, max] where the resolution is not 0; late is [at, seconds between report and receipt]. */
export interface SeriesView extends SeriesKey { unit: string | null; resolutionMs: number; interval: number | null; points: number[][]; late: number[][] }
export interface HistoryAnswer { cursor: number; series: SeriesView[] }

/** Intervals are [from, to, 1 active or 0 clear or -1 too short to tell apart, changes]; times between them are gaps. */
export interface StatesView extends SeriesKey { interval: number | null; intervals: number[][] }
export interface StatesAnswer { cursor: number; series: StatesView[] }

/** Points are [at, lon, lat, 1 where nobody knows the way from the point before], WGS-84. */
export interface TrackAnswer { cursor: number; points: number[][] }

/** `removed` names devices that staff had entered and have taken away again. */
export interface DevicesChanged { cursor: number; now: number; devices: MapDevice[]; removed: string[] }
export interface DeviceChanged { cursor: number; now: number; device: DeviceView; readings: ReadingPoint[] }
export interface MessagesArrived { cursor: number; messages: MessageView[]; skipped: number }
export interface Pulse { now: number; cursor: number; lastPushAt: number | null }
