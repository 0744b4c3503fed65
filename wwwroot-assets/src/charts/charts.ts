// Entry: the history chart of a device and small sparklines.
import { History } from './history.ts';
import type { HistoryHandle, HistoryOptions } from './options.ts';

export { createSparkline, type SparklineHandle, type SparklineOptions } from './sparkline.ts';
export type { ChartLabels, HistoryHandle, HistoryOptions, SeriesOptions } from './options.ts';

export function createHistory(element: HTMLElement, options: HistoryOptions): HistoryHandle {
  return new History(element, options).handle();
}
