// Entry of the page for the person in front of a device: waits for the next push and shows what it changed. The hub only says when; what
// the values are called and how they are written is the server's business, so the page is asked for again.
import type { DeviceView } from '../hub/contract.ts';
import { linkView, onLink } from '../hub/link.ts';
import { onDevice } from '../hub/topics.ts';
import { relativeAges } from '../live/ages.ts';
import { changes, sentence, type Change, type Said } from './changes.ts';

const content = '[data-on-site]';
const retryAfter = 3_000;
const buzz = 200;

/** Every value of the page by its metric. */
function valuesIn(root: ParentNode): Map<string, Said> {
  const values = new Map<string, Said>();
  for (const line of root.querySelectorAll<HTMLElement>('[data-metric]')) {
    const [label, value] = [line.querySelector('dt'), line.querySelector('[data-value]')].map((part) => part?.textContent?.trim() ?? '');
    values.set(line.dataset.metric ?? '', { label: label ?? '', value: value ?? '' });
  }
  return values;
}

function mark(root: ParentNode, found: readonly Change[]): void {
  for (const { metric, before } of found) {
    const line = root.querySelector(`[data-metric="${CSS.escape(metric)}"]`);
    line?.classList.add('changed');
    if (before === null || !line) continue;
    const old = document.createElement('del');
    old.textContent = before;
    line.querySelector('[data-value]')?.before(old);
  }
}

async function fetchContent(): Promise<HTMLElement> {
  const answer = await fetch(location.href, { cache: 'no-store', headers: { accept: 'text/html' } });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const part = page.querySelector<HTMLElement>(content);
  if (!part) throw new Error('The server did not answer with the device.');
  return document.adoptNode(part);
}

class Watch {
  private readonly button: HTMLButtonElement;
  private readonly status: HTMLElement;
  private stop: (() => void) | null = null;
  private newest = 0;
  private loading = false;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private hasNews = false;

  constructor(private readonly panel: HTMLElement) {
    this.button = panel.querySelector('button')!;
    this.status = panel.querySelector('[role=status]')!;
    this.button.addEventListener('click', () => this.stop ? this.end() : this.begin());
    panel.hidden = false;
  }

  private get shown(): number {
    return Number(document.querySelector<HTMLElement>(content)?.dataset.cursor ?? 0);
  }

  private begin(): void {
    const take = (device: DeviceView | null) => this.hear(device);
    const leave = onDevice(this.panel.dataset.watch ?? '', { snapshot: take, changed: take });
    const unlink = onLink(() => this.say());
    this.stop = () => {
      leave();
      unlink();
    };
    this.hasNews = false;
    this.show();
  }

  private end(): void {
    clearTimeout(this.retry);
    this.stop?.();
    this.stop = null;
    this.show();
    this.status.textContent = '';
  }

  private show(): void {
    const { start, stop } = this.panel.dataset;
    this.button.textContent = (this.stop ? stop : start) ?? '';
    this.button.setAttribute('aria-pressed', String(this.stop !== null));
    this.panel.dataset.watching = String(this.stop !== null);
    this.say();
  }

  /** The state of the waiting; what a push changed stays until the next one. */
  private say(): void {
    if (!this.stop) return;
    this.panel.dataset.link = linkView().state;
    const { offline, waiting } = this.panel.dataset;
    const text = linkView().state === 'offline' ? offline : this.hasNews ? null : waiting;
    if (text && this.status.textContent !== text) this.status.textContent = text;
  }

  private hear(device: DeviceView | null): void {
    if (!device || device.messageId <= this.shown) return;
    this.newest = device.messageId;
    void this.refresh();
  }

  private async refresh(): Promise<void> {
    if (this.loading) return;
    this.loading = true;
    try {
      while (this.stop && this.shown < this.newest) {
        const part = await fetchContent();
        if (Number(part.dataset.cursor) <= this.shown) throw new Error('The answer is no newer than the page.');
        this.replace(part);
      }
    } catch {
      // the signal is bad: what was heard of is fetched when it is better
      this.retry = setTimeout(() => void this.refresh(), retryAfter);
    } finally {
      this.loading = false;
    }
  }

  private replace(part: HTMLElement): void {
    const old = document.querySelector(content);
    if (!old) return;
    const found = changes(valuesIn(old), valuesIn(part));
    mark(part, found);
    old.replaceWith(part);
    this.hasNews = true;
    this.status.textContent = found.length === 0 ? this.panel.dataset.same ?? '' : (this.panel.dataset.news ?? '{0}').replace('{0}', () => sentence(found));
    navigator.vibrate?.(buzz);
  }
}

relativeAges(document.body);
for (const panel of document.querySelectorAll<HTMLElement>('[data-watch]')) new Watch(panel);
