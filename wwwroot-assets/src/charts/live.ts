// Follows the devices of a chart: any number of series, one subscription for each device.
import type { ReadingPoint } from '../hub/contract.ts';
import { onDevice } from '../hub/topics.ts';

export class LiveDevices {
  private readonly stops = new Map<string, () => void>();

  /**
   * @param ready a device has been joined, now or again after a gap that could not be filled: what is drawn may be incomplete
   * @param news readings of one device
   */
  constructor(private readonly ready: () => void, private readonly news: (sn: string, readings: readonly ReadingPoint[]) => void) {}

  follow(sns: Iterable<string>): void {
    const wanted = new Set(sns);
    for (const [sn, stop] of this.stops) {
      if (wanted.has(sn)) continue;
      stop();
      this.stops.delete(sn);
    }
    for (const sn of wanted) {
      if (this.stops.has(sn)) continue;
      this.stops.set(sn, onDevice(sn, { snapshot: () => this.ready(), changed: (_device, readings) => this.news(sn, readings) }));
    }
  }

  dispose(): void {
    this.follow([]);
  }
}
