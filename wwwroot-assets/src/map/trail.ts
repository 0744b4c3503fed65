// The trail of one device on the map: asked from the hub, drawn as a dotted line with gaps left open, played by the controls of the page.
import type { GeoJSONSource, Map as MapLibre, Marker } from 'maplibre-gl';
import { Times } from '../charts/times.ts';
import type { ReadingPoint, TrackAnswer } from '../hub/contract.ts';
import { ask, serverNow, type Question } from '../hub/link.ts';
import { onDevice } from '../hub/topics.ts';
import { fit } from './camera.ts';
import { toDatum, type Datum } from './datum.ts';
import type { TrailOptions } from './options.ts';
import { indexAt, isInGap, joinPlaces, lastBefore, legs, readPlaces, type Place } from './places.ts';
import { Playback } from './playback.ts';
import { TrailControls } from './trailcontrols.ts';

type MarkerConstructor = typeof Marker;

/** As many as the server gives. */
const mostPoints = 1_500;
const placeMetric = 'lonlat';
const dayLength = 24 * 3_600_000;

export interface TrailSurroundings {
  map: MapLibre;
  marker: MarkerConstructor;
  culture: string | undefined;
  datum: Datum;
  /** Without the ring at the end of the trail, where the map shows the device itself. */
  withoutEnd: boolean;
  /** The map has been moved to show the whole trail. */
  onLook(): void;
}

export class Trail {
  private readonly playback = new Playback();
  private readonly controls: TrailControls;
  private readonly head: Marker;
  private readonly times: Times;
  private readonly leave: () => void;
  private places: Place[] = [];
  private datum: Datum;
  private drawnIndex = -2;
  private question: Question<TrackAnswer> | null = null;
  /** What is not known yet begins here; null when everything is. */
  private missingFrom: number | null = null;
  private failed = false;
  private fitted = false;
  private gone = false;

  constructor(private readonly around: TrailSurroundings, private readonly frame: HTMLElement, private readonly options: TrailOptions) {
    this.datum = around.datum;
    this.times = new Times(around.culture, options.timeZone);
    this.head = new around.marker({ element: headElement() });
    this.controls = new TrailControls(frame, this.playback, () => this.show());
    this.show();
    // a device that is loaded anew may have missed reports, so everything is asked for again
    this.leave = onDevice(options.sn, { snapshot: () => this.want(this.begin()), changed: (_device, readings) => this.hear(readings) });
  }

  private begin(): number {
    return this.options.length ? serverNow() - this.options.length : this.options.from;
  }

  private hear(readings: readonly ReadingPoint[]): void {
    const reported = readings.filter((reading) => reading.metric === placeMetric).map((reading) => reading.at);
    if (reported.length > 0) this.want(Math.max(this.begin(), lastBefore(this.places, Math.min(...reported)) ?? 0));
    else if (this.missingFrom !== null) this.want(this.missingFrom);
  }

  private want(from: number): void {
    this.missingFrom = Math.min(this.missingFrom ?? from, from);
    if (!this.question) void this.load();
  }

  private async load(): Promise<void> {
    while (this.missingFrom !== null && !this.gone) {
      const from = Math.floor(this.missingFrom);
      this.missingFrom = null;
      this.question = ask<TrackAnswer>('track', { sn: this.options.sn, from, to: Math.max(from + 1, Math.ceil(serverNow())), points: mostPoints });
      try {
        this.take(from, (await this.question.answer).points);
      } catch {
        // asked again with the next news, or when the link stands anew
        this.missingFrom = from;
        this.failed = true;
        break;
      }
    }
    this.question = null;
    if (!this.gone) this.show();
  }

  private take(from: number, points: readonly number[][]): void {
    if (this.gone) return;
    this.failed = false;
    const begin = this.begin();
    this.places = joinPlaces(this.places, from, readPlaces(points)).filter((known) => known.at >= begin);
    this.playback.setTimes(this.places.map((known) => known.at));
    this.drawAll();
    this.show();
    if (!this.fitted && this.places.length > 0) this.look();
  }

  private at({ lon, lat }: Place): [number, number] {
    return toDatum(lon, lat, this.datum);
  }

  private look(): void {
    this.fitted = true;
    this.around.onLook();
    const drawn = this.places.map((known) => this.at(known));
    const [lons, lats] = [drawn.map(([lon]) => lon), drawn.map(([, lat]) => lat)];
    fit(this.around.map, [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)], true, this.frame.offsetHeight);
  }

  private lines(places: readonly Place[]): GeoJSON.FeatureCollection {
    return {
      type: 'FeatureCollection',
      features: legs(places).map((leg) => {
        const [first, ...others] = leg.map((known) => this.at(known));
        const geometry: GeoJSON.Geometry = others.length > 0 ? { type: 'LineString', coordinates: [first ?? [0, 0], ...others] } : { type: 'Point', coordinates: first ?? [0, 0] };
        return { type: 'Feature', properties: {}, geometry };
      }),
    };
  }

  private source(name: string): GeoJSONSource | undefined {
    return this.around.map.style ? this.around.map.getSource<GeoJSONSource>(name) : undefined;
  }

  private drawAll(): void {
    void this.source('trail-all')?.setData(this.lines(this.places));
    this.drawnIndex = -2;
  }

  private show(): void {
    const { playback } = this;
    const index = indexAt(this.places, playback.at);
    const isGap = isInGap(this.places, playback.at);
    if (index !== this.drawnIndex) {
      this.drawnIndex = index;
      void this.source('trail')?.setData(this.lines(this.places.slice(0, index + 1)));
      this.mark(this.places[index]);
    }
    this.head.getElement().classList.toggle('is-gap', isGap);
    const isShort = !this.options.length && playback.to - this.options.from < dayLength;
    this.controls.show({ text: isShort ? this.times.exact(playback.at) : this.times.full(playback.at), isGap, isFailed: this.failed });
  }

  /** Nobody knows more than the last place that was reported by then; the ring does not wander between places. */
  private mark(known: Place | undefined): void {
    if (!known || (this.around.withoutEnd && this.playback.isAtEnd)) {
      this.head.remove();
      return;
    }
    const at = this.at(known);
    this.head.setLngLat(at).addTo(this.around.map);
    if (this.fitted && !this.around.map.getBounds().contains(at)) this.around.map.panTo(at, { duration: 300 });
  }

  setDatum(datum: Datum): void {
    this.datum = datum;
    this.drawAll();
    this.show();
  }

  dispose(): void {
    this.gone = true;
    this.question?.giveUp();
    this.leave();
    this.controls.dispose();
    this.head.remove();
    for (const name of ['trail', 'trail-all']) void this.source(name)?.setData({ type: 'FeatureCollection', features: [] });
  }
}

function headElement(): HTMLElement {
  const element = document.createElement('div');
  element.className = 'map-trail-head';
  element.setAttribute('aria-hidden', 'true');
  return element;
}
