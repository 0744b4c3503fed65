export interface ChartLabels {
  /** Nothing was reported in the window. */
  empty?: string;
  /** The series could not be loaded. */
  failed?: string;
  /** "no data", over a gap. */
  noData?: string;
  /** "{0} average, min–max band"; {0} is the width of a bucket. */
  bucketed?: string;
  /** Said of unthinned readings. */
  raw?: string;
  /** What a screen reader calls the chart. */
  title?: string;
}

export interface SeriesOptions {
  metric: string;
  label: string;
  unit: string | null;
  decimals: number;
  /** Number of the chart colour, 1 to 8 (or "c3"); by order when missing. Colour stays with the metric. */
  color?: string | number | null;
}

export interface HistoryOptions {
  sn: string;
  series: SeriesOptions[];
  hours: number;
  labels?: ChartLabels;
  culture?: string;
  timeZone?: string;
  theme?: string;
  /** Told RangeChanged(from, to) when somebody zooms in the chart; the element sends the event "rangechange" as well. */
  dotnet?: { invokeMethodAsync(method: string, ...args: unknown[]): Promise<unknown> } | null;
}

export interface HistoryHandle {
  setTheme(theme: string): void;
  /** A window that ends now keeps moving; one in the past stands still. */
  setRange(from: number, to: number): void;
  dispose(): void;
}

const fallback: Required<ChartLabels> = {
  empty: 'No readings in this time.',
  failed: 'The chart could not be loaded.',
  noData: 'no data',
  bucketed: '{0} average, min–max band',
  raw: 'every reading',
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
