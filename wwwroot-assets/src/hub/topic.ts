// One thing a page can follow. Topics are counted, so that a map and a list share one subscription, and each brings itself up
// to date after a reconnect from the last cursor it saw.
import { addTask, isStanding, type LinkTask } from './link.ts';

/** Counts listeners; joins with the first, leaves with the last; queues events while it catches up. */
export abstract class Topic<L, E> implements LinkTask {
  protected readonly listeners = new Set<L>();
  protected ready = false;
  private queue: E[] | null = [];
  private stop: (() => void) | null = null;
  private run = 0;

  protected abstract join(): Promise<unknown>;
  protected abstract leave(): Promise<unknown>;
  /** Brings the store up to date; true when it was loaded anew rather than added to. */
  protected abstract load(): Promise<boolean>;
  protected abstract apply(event: E): void;
  /** What a listener needs that comes when the topic is already running. */
  protected abstract greet(listener: L): void;
  protected onIdle(): void { /* most topics keep what they know */ }

  add(listener: L): () => void {
    this.listeners.add(listener);
    if (this.ready) this.greet(listener);
    if (this.listeners.size === 1 && !this.stop) this.stop = addTask(this);
    return () => this.remove(listener);
  }

  receive(event: E): void {
    if (this.listeners.size === 0) return;
    if (this.queue) this.queue.push(event);
    else this.apply(event);
  }

  /** Join first, so that nothing falls between the snapshot and the first event. Tried again while the connection stands. */
  async resume(): Promise<void> {
    const mine = ++this.run;
    this.queue ??= [];
    for (let attempt = 0; mine === this.run && this.listeners.size > 0 && isStanding(); attempt++) {
      try {
        await this.join();
        const anew = await this.load();
        if (mine !== this.run) return;
        this.open(anew);
        return;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, Math.min(1_000 * 2 ** attempt, 30_000)));
      }
    }
  }

  private open(anew: boolean): void {
    if (anew || !this.ready) for (const listener of this.listeners) this.greet(listener);
    this.ready = true;
    const waiting = this.queue ?? [];
    this.queue = null;
    for (const event of waiting) this.apply(event);
  }

  private remove(listener: L): void {
    if (!this.listeners.delete(listener) || this.listeners.size > 0 || !this.stop) return;
    this.stop();
    this.stop = null;
    this.run++;
    this.ready = false;
    this.queue = [];
    this.onIdle();
    if (isStanding()) this.leave().catch(() => { /* the connection went first, the server forgets by itself */ });
  }
}
