// Times on axes and in tooltips, in the reader's culture and zone.

export class Times {
  private readonly formats = new Map<string, Intl.DateTimeFormat>();

  constructor(private readonly culture: string | undefined, private readonly timeZone: string | undefined) {}

  private format(name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    let format = this.formats.get(name);
    if (!format) {
      format = new Intl.DateTimeFormat(this.culture, this.timeZone ? { ...options, timeZone: this.timeZone } : options);
      this.formats.set(name, format);
    }
    return format;
  }

  clock(at: number): string { return this.format('clock', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at); }
  exact(at: number): string { return this.format('exact', { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }).format(at); }
  day(at: number): string { return this.format('day', { month: 'short', day: 'numeric' }).format(at); }
  weekday(at: number): string { return this.format('weekday', { weekday: 'short', month: 'short', day: 'numeric' }).format(at); }

  full(at: number): string { return `${this.day(at)} ${this.exact(at)}`; }

  isMidnight(at: number): boolean { return this.clock(at) === '00:00'; }

  /** A label on the time axis: the clock within days, the date beyond. */
  tick(at: number, span: number): string {
    if (span > 4 * 86_400_000) return this.day(at);
    return this.isMidnight(at) ? this.day(at) : this.clock(at);
  }

  /** The midnights within a window; steps by hours, because a day is not always 24 of them. */
  midnights(from: number, to: number): number[] {
    const hour = 3_600_000;
    const found: number[] = [];
    const quarter = hour / 4;
    for (let at = Math.ceil(from / quarter) * quarter; at < to; at += quarter) if (this.isMidnight(at)) found.push(at);
    return found;
  }
}
