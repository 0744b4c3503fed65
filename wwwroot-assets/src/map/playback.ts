// The moment of a trail that is shown, and how it moves: played, stepped, dragged, or at the end and going on with it.

/** Faster than this from one frame to the next means that the page was asleep in between. */
const longestFrame = 250;

export class Playback {
  private times: readonly number[] = [];
  private moment = 0;
  private running = false;
  /** Seconds of the trail in one of the reader's. */
  rate = 60;

  get at(): number { return this.moment; }
  get from(): number { return this.times[0] ?? 0; }
  get to(): number { return this.times.at(-1) ?? 0; }
  get playing(): boolean { return this.running; }
  get isEmpty(): boolean { return this.times.length === 0; }
  get isAtEnd(): boolean { return this.moment >= this.to; }
  get isAtStart(): boolean { return this.moment <= this.from; }

  /** The times of the places, oldest first. Who stands at the end stays at the end. */
  setTimes(times: readonly number[]): void {
    const follows = !this.running && (this.isEmpty || this.isAtEnd);
    this.times = times;
    this.seek(follows ? this.to : this.moment);
  }

  /** From the end it starts over. */
  play(): void {
    if (this.times.length < 2) return;
    if (this.isAtEnd) this.moment = this.from;
    this.running = true;
  }

  pause(): void { this.running = false; }

  /** Lets time pass while playing; stops at the end. */
  advance(milliseconds: number): void {
    if (!this.running) return;
    this.seek(this.moment + Math.min(milliseconds, longestFrame) * this.rate);
    if (this.isAtEnd) this.running = false;
  }

  seek(at: number): void { this.moment = Math.min(this.to, Math.max(this.from, at)); }

  /** To the next place (1) or the one before (−1). */
  step(direction: 1 | -1): void {
    this.running = false;
    const next = direction > 0 ? this.times.find((at) => at > this.moment) : this.times.findLast((at) => at < this.moment);
    if (next !== undefined) this.moment = next;
  }
}
