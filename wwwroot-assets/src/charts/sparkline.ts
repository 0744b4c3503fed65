// A line without axes: one thin stroke, a breath of fill, a dot at the end.

export type SparkPoint = number | readonly [at: number, value: number | null];

export interface SparklineOptions {
  points: readonly SparkPoint[];
  /** Another series on the same scale, drawn dashed. */
  compare?: readonly SparkPoint[];
  label?: string;
  culture?: string;
  theme?: string;
}

export interface SparklineHandle {
  setPoints(points: readonly SparkPoint[], compare?: readonly SparkPoint[]): void;
  dispose(): void;
}

type Point = [at: number, value: number | null];

const svgNamespace = 'http://www.w3.org/2000/svg';
const edge = 4;

function normal(points: readonly SparkPoint[]): Point[] {
  return points.map((point, i): Point => (typeof point === 'number' ? [i, point] : [point[0], point[1]]));
}

function make<K extends 'svg' | 'path' | 'circle'>(name: K, className: string): SVGElementTagNameMap[K] {
  const element = document.createElementNS(svgNamespace, name);
  element.setAttribute('class', className);
  return element;
}

/** Path commands of the runs between missing values. */
export function sparkPath(points: readonly Point[], x: (at: number) => number, y: (value: number) => number): string {
  let path = '';
  let pen = false;
  for (const [at, value] of points) {
    if (value === null) pen = false;
    else {
      path += `${pen ? 'L' : 'M'}${x(at).toFixed(1)} ${y(value).toFixed(1)}`;
      pen = true;
    }
  }
  return path;
}

export function createSparkline(element: HTMLElement, options: SparklineOptions): SparklineHandle {
  const svg = make('svg', 'spark');
  const [fill, dashed, line, dot] = [make('path', 'spark-fill'), make('path', 'spark-compare'), make('path', 'spark-line'), make('circle', 'spark-dot')];
  dot.setAttribute('r', '2.5');
  svg.append(fill, dashed, line, dot);
  if (options.label) {
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-label', options.label);
  } else svg.setAttribute('aria-hidden', 'true');
  element.append(svg);

  let [points, compare] = [normal(options.points), normal(options.compare ?? [])];

  const draw = () => {
    const [width, height] = [element.clientWidth || 240, element.clientHeight || 38];
    svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
    const values = [...points, ...compare].flatMap(([, value]) => (value === null ? [] : [value]));
    const times = [...points, ...compare].map(([at]) => at);
    const [low, high, from, to] = [Math.min(...values), Math.max(...values), Math.min(...times), Math.max(...times)];
    const x = (at: number) => edge + ((at - from) / (to - from || 1)) * (width - edge * 2);
    const y = (value: number) => (high > low ? height - edge - ((value - low) / (high - low)) * (height - edge * 2) : height / 2);
    const path = sparkPath(points, x, y);
    const known = points.filter((point): point is [number, number] => point[1] !== null);
    const [first, last] = [known[0], known.at(-1)];
    line.setAttribute('d', path);
    dashed.setAttribute('d', sparkPath(compare, x, y));
    // a fill under a broken line would bridge the break
    const whole = known.length === points.length && first && last;
    fill.setAttribute('d', whole ? `${path}L${x(last[0]).toFixed(1)} ${height}L${x(first[0]).toFixed(1)} ${height}Z` : '');
    dot.style.display = last ? '' : 'none';
    if (!last) return;
    dot.setAttribute('cx', x(last[0]).toFixed(1));
    dot.setAttribute('cy', y(last[1]).toFixed(1));
    element.dataset.points = String(known.length);
  };

  const observer = new ResizeObserver(draw);
  observer.observe(element);
  draw();
  return {
    setPoints(newPoints, newCompare) {
      points = normal(newPoints);
      if (newCompare) compare = normal(newCompare);
      draw();
    },
    dispose() {
      observer.disconnect();
      svg.remove();
    },
  };
}
