// Entry: moves the dot and the figure of a gauge that the server drew, whenever the device reports its metric.
import type { DeviceView, MetricView } from '../hub/contract.ts';
import { onDevice } from '../hub/topics.ts';
import { formatFigure } from '../live/figure.ts';
import { dialAngle } from './dial.ts';

export interface GaugeOptions {
  sn: string;
  metric: string;
  min: number;
  max: number;
  decimals: number;
  culture?: string;
}

export interface GaugeHandle { dispose(): void }

interface GaugeParts { dot: SVGGraphicsElement | null; figure: Element | null; unit: Element | null; cx: number; cy: number }

function partsOf(element: HTMLElement): GaugeParts {
  const dot = element.querySelector<SVGGraphicsElement>('[data-dot]');
  const centre = (name: string) => Number(dot?.getAttribute(name) ?? 60);
  return { dot, figure: element.querySelector('[data-figure]'), unit: element.querySelector('[data-unit]'), cx: centre('data-cx'), cy: centre('data-cy') };
}

function show(element: HTMLElement, options: GaugeOptions, reading: MetricView): void {
  if (reading.value === null) return;
  const { dot, figure, unit, cx, cy } = partsOf(element);
  dot?.setAttribute('transform', `rotate(${dialAngle(reading.value, options.min, options.max)} ${cx} ${cy})`);
  const text = formatFigure(reading.value, options.culture, options.decimals);
  if (figure) figure.textContent = text;
  // "{0} °C, range −10 to 20": what a screen reader hears must not stay behind the figure
  const spoken = element.querySelector('svg[data-label]');
  spoken?.setAttribute('aria-label', (spoken.getAttribute('data-label') ?? '').replace('{0}', text));
  if (unit && reading.unit !== null) unit.textContent = reading.unit;
  element.dataset.value = String(reading.value);
  element.dataset.at = String(reading.at);
}

/** The element holds an SVG with [data-dot] (rotated about its data-cx/data-cy, 60 60 by default), [data-figure], [data-unit] and, if the SVG has it, [data-label] with {0} for the figure. */
export function attachGauge(element: HTMLElement, options: GaugeOptions): GaugeHandle {
  let shownAt = -Infinity;
  const take = (device: DeviceView | null) => {
    const reading = device?.values.find((value) => value.metric === options.metric && value.kind === 'number');
    if (!reading || reading.at < shownAt) return;
    shownAt = reading.at;
    show(element, options, reading);
  };
  const stop = onDevice(options.sn, { snapshot: take, changed: take });
  return { dispose: stop };
}
