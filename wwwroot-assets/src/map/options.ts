import type { Status } from '../hub/contract.ts';

export type MapMode = 'fleet' | 'device' | 'mini';

export interface MapLabels {
  /** What a screen reader calls the map. */
  title?: string;
  zoomIn?: string;
  zoomOut?: string;
  /** Shown instead of the map when the browser has no WebGL 2. */
  noWebGl?: string;
  /** "{0} devices", for a cluster. */
  devices?: string;
  /** Heading of the list of devices that stand on one spot. */
  sameSpot?: string;
  /** "{0} more". */
  more?: string;
  close?: string;
  /** The tile server does not answer. */
  noTiles?: string;
  statuses?: Partial<Record<Status, string>>;
}

export interface DotNetObject { invokeMethodAsync(method: string, ...args: unknown[]): Promise<unknown> }

/** A base map of pictures from a tile server. */
export interface TileMap { name: string; url: string; attribution: string; maxZoom: number; /** Drawn in GCJ-02. */ shifted: boolean }

/** Which trail to show: since a moment, or of a length that ends now. */
export interface TrailOptions { sn: string; from: number; length?: number | null; timeZone?: string }

export interface MapOptions {
  mode: MapMode;
  sn?: string;
  labels?: MapLabels;
  culture?: string;
  /** Accepted for symmetry with charts: the colours always come from the page's tokens. */
  theme?: string;
  dotnet?: DotNetObject | null;
  tiles?: TileMap[];
}

export interface MapFilter {
  status?: Status | Status[] | '' | null;
  type?: string | null;
  search?: string | null;
  /** Percent: only devices that report less. */
  battery?: number | null;
  /** Milliseconds: only devices not heard of for so long. */
  silent?: number | null;
}

export interface MapHandle {
  fitAll(): void;
  select(sn: string | null): void;
  /** Goes close to one device. */
  zoomTo(sn: string): void;
  zoomIn(): void;
  zoomOut(): void;
  setFilter(filter: MapFilter): void;
  /** One of the configured base maps by its name, or null for the offline one. */
  setBase(name: string | null): void;
  /** Draws where a device has been and gives life to the controls in a frame of the page. */
  showTrail(frame: HTMLElement, trail: TrailOptions): void;
  hideTrail(): void;
  /** Shows a cross in the middle: the next press on the map, or Enter, is where the device stands. */
  beginPlacing(sn: string): void;
  /** The device stands where the cross is. */
  placeHere(): void;
  endPlacing(): void;
  setTheme(theme: string): void;
  dispose(): void;
}

export interface FullLabels extends Required<Omit<MapLabels, 'statuses'>> { statuses: Record<Status, string> }

const fallback: FullLabels = {
  title: 'Map of devices',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  noWebGl: 'This browser cannot draw the map (no WebGL 2). Use the list of devices instead.',
  devices: '{0} devices',
  sameSpot: 'At this spot',
  more: '{0} more',
  close: 'Close',
  noTiles: 'The tiles of this base map cannot be loaded.',
  statuses: { alarm: 'Alarm', malfunction: 'Malfunction', lost: 'Lost', late: 'Late', normal: 'Normal', never: 'Never seen', maintenance: 'Maintenance' },
};

export function fullLabels(labels: MapLabels | undefined): FullLabels {
  return { ...fallback, ...labels, statuses: { ...fallback.statuses, ...labels?.statuses } };
}
