// How finely a chart is told, in words.
import type { ChartLabels } from './options.ts';

/** @param milliseconds width of a bucket, 0 for single readings */
export function resolutionText(milliseconds: number, asked: string | null, labels: Required<ChartLabels>, duration: (length: number) => string): string {
  if (milliseconds === 0) return labels.raw;
  if (asked === 'day') return labels.daily;
  if (asked === 'month') return labels.monthly;
  return labels.bucketed.replace('{0}', widthText(milliseconds, duration));
}

/** "1 h" rather than "1 h 00". */
function widthText(milliseconds: number, duration: (length: number) => string): string {
  const text = duration(milliseconds);
  return milliseconds % 3_600_000 === 0 ? text.replace(/ 00( 分)?$/, '') : text;
}
