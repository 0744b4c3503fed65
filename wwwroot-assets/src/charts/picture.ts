// From tracks to the options of ApexCharts. Only numbers, token colours and encoded text get this far; legend, toolbar and
// tooltip of the library stay off, because they write markup.
import type { ApexOptions } from 'apexcharts';
import { formatFigure } from '../live/figure.ts';
import { encode } from './encode.ts';
import { commonGaps, findGaps, splitAtGaps, type Gap } from './gaps.ts';
import { localeName, locales } from './locales.ts';
import { niceScale, type Scale } from './scale.ts';
import type { Times } from './times.ts';
import type { Track } from './track.ts';

export interface Drawn { track: Track; name: string; unit: string; decimals: number; colour: string; dashed: boolean; isBefore?: boolean }

export interface PictureState {
  drawn: Drawn[];
  /** Lines of the time before, moved to where they are compared. */
  before: Drawn[];
  /** The present: what lies ahead is not a gap. */
  until: number;
  window: Gap;
  width: number;
  height: number;
  times: Times;
  culture: string | undefined;
  noData: string;
  hatch: string;
  duration(milliseconds: number): string;
}

interface Axis { unit: string; drawn: Drawn[]; scale: Scale }

const mostGapsMarked = 20;

function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

/** The units in the order of their axes. */
export function unitsOf(drawn: readonly Drawn[]): string[] {
  return [...new Set(drawn.map((item) => item.unit))];
}

/** One axis per unit, in the order the units appear: a chart has two sides, and the pages offer no third unit. */
function axesOf(drawn: readonly Drawn[]): Axis[] {
  return unitsOf(drawn).map((unit) => {
    const own = drawn.filter((item) => item.unit === unit);
    // of the time before only the line is drawn, not its band
    const points = own.flatMap((item) => (item.isBefore ? item.track.points.map(({ value }) => ({ min: value, max: value })) : item.track.points));
    const low = points.reduce((least, point) => Math.min(least, point.min), Infinity);
    const high = points.reduce((most, point) => Math.max(most, point.max), -Infinity);
    const decimals = Math.max(...own.map((item) => item.decimals));
    const scale = points.length === 0 ? niceScale(0, 1, 4, 0) : niceScale(low, high, 4, decimals);
    return { unit, drawn: own, scale };
  });
}

interface SeriesData { name: string; type: 'line' | 'rangeArea'; colour: string; width: number; dash: number; opacity: number; data: { x: number; y: number | null | (number | null)[] }[] }

/** Points with an empty one after each run, so that nothing is drawn across a gap. */
function withBreaks<Y>(track: Track, value: (index: number) => Y, nothing: Y): { x: number; y: Y }[] {
  const { points } = track;
  return splitAtGaps(points.map((point) => point.at), track.rule).flatMap(([start, end], run, runs) => {
    const data = points.slice(start, end).map((point, i) => ({ x: point.at, y: value(start + i) }));
    const last = data[data.length - 1];
    return run < runs.length - 1 && last ? [...data, { x: last.x + 1, y: nothing }] : data;
  });
}

function line({ track, name, colour, dashed }: Drawn): SeriesData {
  return { name, type: 'line', colour, width: 2, dash: dashed ? 8 : 0, opacity: 1, data: withBreaks<number | null>(track, (i) => track.points[i]?.value ?? null, null) };
}

function seriesOf(drawn: Drawn): SeriesData[] {
  const { track, name, colour } = drawn;
  if (track.resolution === 0) return [line(drawn)];
  const band: SeriesData = {
    name: `${name}-band`, type: 'rangeArea', colour, width: 0, dash: 0, opacity: 0.18,
    data: withBreaks<(number | null)[]>(track, (i) => [track.points[i]?.min ?? null, track.points[i]?.max ?? null], [null, null]),
  };
  return [band, line(drawn)];
}

function beforeOf(drawn: Drawn): SeriesData {
  return { ...line(drawn), width: 1.5, dash: 3, opacity: 0.75 };
}

function namesOf({ drawn }: Axis): string[] {
  return drawn.flatMap(({ track, name, isBefore }) => (track.resolution === 0 || isBefore ? [name] : [`${name}-band`, name]));
}

function yAxis(axis: Axis, names: string[], order: number, culture: string | undefined) {
  const { scale } = axis;
  const ticks = Math.max(1, Math.round((scale.max - scale.min) / scale.step));
  return {
    seriesName: names,
    show: order < 2,
    opposite: order === 1,
    min: scale.min,
    max: scale.max,
    tickAmount: ticks,
    forceNiceScale: false,
    crosshairs: { show: false },
    tooltip: { enabled: false },
    decimalsInFloat: scale.decimals,
    axisBorder: { show: false },
    axisTicks: { show: false },
    labels: {
      minWidth: 36,
      maxWidth: 90,
      style: { colors: token('axis'), fontSize: '11px', fontFamily: 'inherit' },
      formatter: (value: number, index?: unknown) => {
        const figure = formatFigure(value, culture, scale.decimals);
        // the unit once, at the top
        return index === ticks && axis.unit ? `${figure} ${encode(axis.unit)}` : figure;
      },
    },
  };
}

export function gapsOf(drawn: Drawn[], window: Gap): Gap[] {
  return commonGaps(drawn.map(({ track }) => findGaps(track.points.map((point) => point.at), track.rule, window)));
}

/** Wide enough to write into, in pixels. */
const roomForWords = 58;

function gapMarks(state: PictureState) {
  const span = state.window.to - state.window.from;
  const marked = gapsOf(state.drawn, { from: state.window.from, to: Math.max(state.window.from, Math.min(state.window.to, state.until)) }).sort((a, b) => b.to - b.from - (a.to - a.from)).slice(0, mostGapsMarked);
  return marked.map((gap) => {
    const wide = ((gap.to - gap.from) / span) * state.width > roomForWords;
    const words = [encode(state.noData), encode(state.duration(gap.to - gap.from))];
    return {
      x: gap.from, x2: gap.to, fillColor: `url(#${state.hatch})`, opacity: 1, borderColor: 'transparent', strokeDashArray: 0,
      label: wide ? { ...note(words), offsetX: (((gap.to - gap.from) / span) * state.width) / 2, offsetY: 10 } : { text: undefined },
    };
  });
}

function note(text: string[]) {
  return {
    text, orientation: 'horizontal', textAnchor: 'middle', position: 'top', borderWidth: 0, borderColor: 'transparent',
    style: { background: 'transparent', color: token('text-2'), fontSize: '11px', fontFamily: 'inherit', cssClass: 'chart-note' },
  };
}

function dayMarks({ window, times }: PictureState) {
  if (window.to - window.from > 4 * 86_400_000) return [];
  return times.midnights(window.from, window.to).map((at) => ({
    x: at, borderColor: token('line-2'), strokeDashArray: 0, opacity: 1, label: { text: undefined },
  }));
}

/** Everything ApexCharts has to know for one picture. */
export function chartOptions(state: PictureState): ApexOptions {
  const { window, culture } = state;
  const all = [...state.drawn, ...state.before];
  const axes = axesOf(all);
  // the time before first, so that it lies below
  const series = [...state.before.map(beforeOf), ...state.drawn.flatMap(seriesOf)];
  return {
    series: series.map(({ name, type, data }) => ({ name, type, data })) as NonNullable<ApexOptions['series']>,
    colors: series.map(({ colour }) => colour),
    chart: {
      type: 'line', height: state.height, fontFamily: 'inherit', background: 'transparent', foreColor: token('axis'), animations: { enabled: false }, toolbar: { show: false },
      zoom: { enabled: false }, selection: { enabled: false }, parentHeightOffset: 0, redrawOnParentResize: true, locales, defaultLocale: localeName(culture),
    },
    stroke: { width: series.map(({ width }) => width), dashArray: series.map(({ dash }) => dash), curve: 'straight', lineCap: 'butt' },
    fill: { type: 'solid', opacity: series.map(({ opacity }) => opacity) },
    markers: { size: 0, hover: { size: 0 } },
    dataLabels: { enabled: false },
    legend: { show: false },
    tooltip: { enabled: false },
    states: { hover: { filter: { type: 'none' } }, active: { filter: { type: 'none' } } },
    grid: { borderColor: token('grid'), strokeDashArray: 0, padding: { top: -12, right: 12, bottom: -8, left: 10 }, xaxis: { lines: { show: false } } },
    annotations: { xaxis: [...gapMarks(state), ...dayMarks(state)] as NonNullable<NonNullable<ApexOptions['annotations']>['xaxis']> },
    xaxis: {
      type: 'datetime', min: window.from, max: window.to, axisBorder: { show: false }, axisTicks: { show: false }, crosshairs: { show: false }, tooltip: { enabled: false },
      // drawn beside the chart instead, at times that are round in the reader's zone
      labels: { show: false },
    },
    yaxis: axes.map((axis, order) => yAxis(axis, namesOf(axis), order, culture)) as NonNullable<ApexOptions['yaxis']>,
  };
}
