import type { SeriesKey } from '../hub/contract.ts';
import type { Gap } from './gaps.ts';
import type { WindowOptions } from './window.ts';

export interface ChartLabels {
  /** Nothing was reported in the window. */
  empty?: string;
  /** The series could not be loaded. */
  failed?: string;
  /** The server did not want to tell it as finely as was asked. */
  refused?: string;
  /** Said while a newer picture is on its way. */
  loading?: string;
  /** "no data", over a gap. */
  noData?: string;
  /** "{0} average, min–max band"; {0} is the width of a bucket. */
  bucketed?: string;
  /** Said of unthinned readings. */
  raw?: string;
  /** Said of days and months, which are not all equally long. */
  daily?: string;
  monthly?: string;
  /** "arrived late", beside a hollow point. */
  late?: string;
  /** "{0} later", in the note of the crosshair. */
  lateBy?: string;
  /** Said of the dashed lines. */
  before?: string;
  /** "{0} {1}× · {2}": the word of a state, how often, how long. */
  stateTotals?: string;
  /** It was not active in the whole window. */
  never?: string;
  /** "{0} changes", of a stretch that is too short to be told apart. */
  changes?: string;
  /** What a screen reader calls the chart. */
  title?: string;
}

export interface SeriesOptions extends SeriesKey {
  label: string;
  unit: string | null;
  decimals: number;
  /** Number of the chart colour, 1 to 8 (or "c3"); by order when missing. Colour stays with the metric. */
  color?: string | number | null;
  /** Drawn with long dashes, where there are more lines than colours. */
  dashed?: boolean;
}

/** alarm and malfunction take the colour of that state while active; plain ones are only on or off. */
export type StateTone = 'alarm' | 'malfunction' | 'plain';

export interface StateOptions extends SeriesKey {
  label: string;
  activeWord: string;
  clearWord: string;
  tone: StateTone;
}

/** What a chart shows; a new one replaces the picture when it has arrived. */
export interface HistoryRequest {
  series: SeriesOptions[];
  states?: StateOptions[];
  window: WindowOptions;
  /** Dashed lines of the time before; a window that stands names it, because months differ in length. */
  compare?: boolean;
  before?: Gap | null;
  /** raw, an ISO 8601 duration, day or month; null for what fits. */
  resolution?: string | null;
}

export interface HistoryOptions extends HistoryRequest {
  labels?: ChartLabels;
  culture?: string;
  timeZone?: string;
  /** Told when somebody zooms: then the page decides what is shown next. Without it the chart zooms by itself. */
  dotnet?: Page | null;
}

/** What the page answers to. */
export interface Page { invokeMethodAsync(method: 'ZoomIn' | 'ZoomOut' | 'Drawn', ...args: unknown[]): Promise<unknown> }

export interface HistoryHandle {
  show(request: HistoryRequest): void;
  dispose(): void;
}

const fallback: Required<ChartLabels> = {
  empty: 'No readings in this time.',
  failed: 'The chart could not be loaded.',
  refused: 'Too many points at this resolution.',
  loading: 'Loading…',
  noData: 'no data',
  bucketed: '{0} average, min–max band',
  raw: 'every reading',
  daily: 'daily average, min–max band',
  monthly: 'monthly average, min–max band',
  late: 'arrived late',
  lateBy: 'received {0} later',
  before: 'the time before',
  stateTotals: '{0} {1}× · {2}',
  never: 'never',
  changes: '{0} changes',
  title: 'History',
};

export function fullLabels(labels: ChartLabels | undefined): Required<ChartLabels> {
  return { ...fallback, ...labels };
}

/** The token that holds a series' colour. */
export function colourToken(color: SeriesOptions['color'], order: number): string {
  const number = Number(String(color ?? '').replace(/\D/g, ''));
  return `c${number >= 1 && number <= 8 ? number : (order % 8) + 1}`;
}
