// Times on axes and in tooltips, in the reader's culture and zone.

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Distances between labels that read well. */
const steps = [minute, 2 * minute, 5 * minute, 10 * minute, 15 * minute, 30 * minute, hour, 2 * hour, 3 * hour, 6 * hour, 12 * hour, day, 2 * day, 7 * day, 14 * day, 28 * day];

/** Weeks begin on Monday; the epoch was a Thursday. */
const monday = 4 * day;

export interface Tick { at: number; text: string; strong: boolean }

export class Times {
  private readonly formats = new Map<string, Intl.DateTimeFormat>();
  private readonly culture: string | undefined;

  private readonly timeZone: string | undefined;

  constructor(culture: string | undefined, timeZone: string | undefined) {
    // plain English reads "23 Nov" and a 24-hour clock here, like the rest of the interface
    this.culture = culture === 'en' ? 'en-GB' : culture;
    this.timeZone = isKnown(timeZone) ? timeZone : undefined;
  }

  private format(name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    let format = this.formats.get(name);
    if (!format) {
      format = new Intl.DateTimeFormat(name === 'parts' ? 'en-US' : this.culture, this.timeZone ? { ...options, timeZone: this.timeZone } : options);
      this.formats.set(name, format);
    }
    return format;
  }

  clock(at: number): string { return this.format('clock', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at); }
  exact(at: number): string { return this.format('exact', { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }).format(at); }
  date(at: number): string { return this.format('day', { month: 'short', day: 'numeric' }).format(at); }
  weekday(at: number): string { return this.format('weekday', { weekday: 'short', month: 'short', day: 'numeric' }).format(at).replace(',', ''); }
  full(at: number): string { return `${this.date(at)} ${this.exact(at)}`; }

  /** From one time to another as briefly as it can be said: clocks within a day, dates for whole days. */
  span(from: number, to: number): string {
    if (to - from < day) return `${this.date(from)} ${this.clock(from)}–${this.clock(to)}`;
    const wholeDays = this.clock(from) === '00:00';
    if (wholeDays && to - from < 2 * day) return this.weekday(from);
    return wholeDays ? `${this.date(from)} – ${this.date(to - 1)}` : `${this.date(from)} ${this.clock(from)} – ${this.date(to)} ${this.clock(to)}`;
  }

  /** How far the zone's clock is ahead of UTC at a time. */
  private offset(at: number): number {
    const whole = Math.floor(at / minute) * minute;
    const parts = Object.fromEntries(this.format('parts', { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', hourCycle: 'h23' })
      .formatToParts(whole).map(({ type, value }) => [type, Number(value)]));
    return Date.UTC(parts.year ?? 1970, (parts.month ?? 1) - 1, parts.day ?? 1, parts.hour ?? 0, parts.minute ?? 0) - whole;
  }

  /** The moments within a window when the zone's clock shows a whole multiple of a step. */
  private roundTimes(from: number, to: number, step: number): number[] {
    const anchor = step >= 7 * day ? monday : 0;
    const found: number[] = [];
    for (let local = Math.floor((from + this.offset(from) - anchor) / step) * step + anchor; ; local += step) {
      // twice, because the offset may change between the guess and the moment itself
      const at = local - this.offset(local - this.offset(local));
      if (at > to) return found;
      if (at >= from) found.push(at);
    }
  }

  midnights(from: number, to: number): number[] {
    return this.roundTimes(from, to, day);
  }

  /** Labels for the time axis: the clock within days, the date at midnight and beyond. */
  ticks(from: number, to: number, most: number): Tick[] {
    const step = steps.find((candidate) => (to - from) / candidate <= most) ?? 28 * day * Math.ceil((to - from) / (28 * day * most));
    return this.roundTimes(from, to, step).map((at) => {
      const clock = this.clock(at);
      const isDate = step >= day || clock === '00:00';
      return { at, text: !isDate ? clock : step < day ? this.weekday(at) : this.date(at), strong: isDate && step < day };
    });
  }
}

/** A server can have a zone of its own that no browser knows; the browser's is then better than no axis. */
function isKnown(timeZone: string | undefined): boolean {
  try {
    return timeZone !== undefined && new Intl.DateTimeFormat('en', { timeZone }) !== null;
  } catch {
    return false;
  }
}
