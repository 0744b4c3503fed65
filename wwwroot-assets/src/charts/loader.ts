// Asks the server for what a chart shows. A newer question gives up the older one, on both sides.
import type { HistoryAnswer, HistoryAsk, SeriesKey, StatesAnswer } from '../hub/contract.ts';
import { ask as askServer, type Question } from '../hub/link.ts';
import type { Gap } from './gaps.ts';
import { StateTrack } from './states.ts';
import { keyOf, Track } from './track.ts';
import { compareShift } from './window.ts';

/** All that is drawn comes at once, so that no line is ever of another time than its neighbour. */
export interface Loaded { tracks: Track[]; before: Track[]; states: StateTrack[] }

export interface Wanted {
  series: readonly SeriesKey[];
  states: readonly SeriesKey[];
  window: Gap;
  before: Gap | null;
  points: number;
  resolution: string | null;
  zone: string | null;
}

const mostBars = 400;

const key = ({ sn, metric }: SeriesKey): SeriesKey => ({ sn, metric });

export class Loader {
  private run = 0;
  private asked: { giveUp(): void }[] = [];

  /** What was wanted, or null when something else has been wanted since. */
  async load(wanted: Wanted): Promise<Loaded | null> {
    this.giveUp();
    const mine = ++this.run;
    const numbers = wanted.series.map(key);
    const none = Promise.resolve(null);
    try {
      const [now, before, states] = await Promise.all([
        numbers.length > 0 ? this.ask<HistoryAnswer>('history', historyAsk(numbers, wanted, wanted.window)) : none,
        numbers.length > 0 && wanted.before ? this.ask<HistoryAnswer>('history', historyAsk(numbers, wanted, wanted.before)) : none,
        wanted.states.length > 0 ? this.ask<StatesAnswer>('states', { ...historyAsk(wanted.states.map(key), wanted, wanted.window), points: mostBars }) : none,
      ]);
      if (mine !== this.run) return null;
      return {
        tracks: toTracks(numbers, now, 0),
        before: wanted.before ? toTracks(numbers, before, compareShift(wanted.window, wanted.before)) : [],
        states: toStates(wanted, states),
      };
    } catch (error) {
      if (mine !== this.run) return null;
      this.giveUp();
      throw error;
    }
  }

  giveUp(): void {
    this.run++;
    for (const question of this.asked) question.giveUp();
    this.asked = [];
  }

  private ask<T>(method: string, ask: HistoryAsk): Promise<T> {
    const question: Question<T> = askServer(method, ask);
    this.asked.push(question);
    return question.answer;
  }
}

function historyAsk(keys: SeriesKey[], wanted: Wanted, { from, to }: Gap): HistoryAsk {
  return { keys, from: Math.floor(from), to: Math.ceil(to), points: wanted.points, resolution: wanted.resolution, zone: wanted.zone };
}

function toTracks(keys: readonly SeriesKey[], answer: HistoryAnswer | null, shift: number): Track[] {
  const byKey = new Map(answer?.series.map((series) => [keyOf(series), series]));
  return keys.map((wanted) => {
    const track = new Track(wanted.sn, wanted.metric);
    const found = byKey.get(keyOf(wanted));
    if (found) track.load(found, shift);
    return track;
  });
}

function toStates({ states, window }: Wanted, answer: StatesAnswer | null): StateTrack[] {
  const byKey = new Map(answer?.series.map((series) => [keyOf(series), series]));
  return states.map((wanted) => {
    const track = new StateTrack(wanted.sn, wanted.metric);
    const found = byKey.get(keyOf(wanted));
    if (found) track.load(found, window.to);
    return track;
  });
}
