// Points over the lines: hollow ones for readings that came long after they were made, small ones where a single reading stands between two gaps.
import type { Plot } from './crosshair.ts';
import { splitAtGaps } from './gaps.ts';
import type { Drawn } from './picture.ts';
import type { Track, TrackPoint } from './track.ts';

const svgNamespace = 'http://www.w3.org/2000/svg';

/** More would be a smear. */
const mostMarks = 300;

/** Points that no line touches. */
export function lonePoints(track: Track): TrackPoint[] {
  return splitAtGaps(track.points.map(({ at }) => at), track.rule).flatMap(([start, end]) => (end - start === 1 ? track.points.slice(start, end) : []));
}

export class Marks {
  readonly element = document.createElementNS(svgNamespace, 'svg');

  constructor() {
    this.element.setAttribute('class', 'chart-marks');
    this.element.setAttribute('aria-hidden', 'true');
  }

  /** Returns whether there are readings that came late. */
  draw(drawn: readonly Drawn[], plot: Plot): boolean {
    const [lone, late] = [drawn.map((item) => lonePoints(item.track)), drawn.map(({ track }) => track.points.filter(({ at }) => track.late.has(at)))];
    this.element.replaceChildren(...drawn.flatMap((item, i) => [...this.points(item, lone[i] ?? [], plot, 'lone'), ...this.points(item, late[i] ?? [], plot, 'late')]));
    return late.some((points) => points.length > 0);
  }

  private points(item: Drawn, points: TrackPoint[], plot: Plot, kind: 'lone' | 'late'): SVGElement[] {
    const inside = points.filter(({ at }) => at >= plot.from && at <= plot.to);
    const every = Math.max(1, Math.ceil(inside.length / mostMarks));
    return inside.filter((_, i) => i % every === 0).map((point) => {
      const circle = document.createElementNS(svgNamespace, 'circle');
      circle.setAttribute('class', kind);
      circle.setAttribute('cx', String(plot.left + ((point.at - plot.from) / (plot.to - plot.from)) * plot.width));
      circle.setAttribute('cy', String(plot.yOf(item, point.value)));
      circle.setAttribute('r', kind === 'late' ? '3.2' : '2');
      circle.setAttribute(kind === 'late' ? 'stroke' : 'fill', item.colour);
      return circle;
    });
  }

  clear(): void {
    this.element.replaceChildren();
  }
}
