// The controls of a trail. The page draws them and names them; this gives them life.
import type { Playback } from './playback.ts';

/** What can be read off the trail at the moment that is shown. */
export interface TrailMoment { text: string; isGap: boolean; isFailed: boolean }

/** One press of an arrow key, milliseconds of the trail. */
const keyStep = 60_000;

export class TrailControls {
  private readonly stop = new AbortController();
  private readonly still = matchMedia('(prefers-reduced-motion: reduce)');
  private frame = 0;
  private lastFrameAt = 0;

  constructor(private readonly frameElement: HTMLElement, private readonly playback: Playback, private readonly moved: () => void) {
    this.on('[data-trail-play]', 'click', () => (playback.playing ? this.pause() : this.play()));
    this.on('[data-trail-back]', 'click', () => this.step(-1));
    this.on('[data-trail-on]', 'click', () => this.step(1));
    this.on('[data-trail-slider]', 'input', () => {
      playback.pause();
      playback.seek(Number(this.slider?.value));
      this.moved();
    });
    this.on('[data-trail-speeds]', 'click', (event) => {
      const speed = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-trail-speed]')?.dataset.trailSpeed : undefined;
      if (speed) this.setSpeed(Number(speed));
    });
    this.setSpeed(playback.rate);
    this.still.addEventListener('change', () => this.respectMotion(), { signal: this.stop.signal });
    this.respectMotion();
  }

  private get slider(): HTMLInputElement | null { return this.find<HTMLInputElement>('[data-trail-slider]'); }

  private find<T extends HTMLElement>(selector: string): T | null { return this.frameElement.querySelector<T>(selector); }

  private on(selector: string, type: string, heard: (event: Event) => void): void {
    this.find(selector)?.addEventListener(type, heard, { signal: this.stop.signal });
  }

  /** Whoever asks for less motion steps from place to place. */
  private respectMotion(): void {
    this.frameElement.toggleAttribute('data-still', this.still.matches);
    if (this.still.matches && this.playback.playing) this.pause();
  }

  private setSpeed(rate: number): void {
    this.playback.rate = rate;
    for (const button of this.frameElement.querySelectorAll<HTMLElement>('[data-trail-speed]')) button.ariaPressed = String(Number(button.dataset.trailSpeed) === rate);
  }

  private play(): void {
    this.playback.play();
    this.lastFrameAt = performance.now();
    this.frame = requestAnimationFrame((now) => this.run(now));
    this.moved();
  }

  private run(now: number): void {
    this.playback.advance(now - this.lastFrameAt);
    this.lastFrameAt = now;
    if (this.playback.playing) this.frame = requestAnimationFrame((next) => this.run(next));
    this.moved();
  }

  private pause(): void {
    cancelAnimationFrame(this.frame);
    this.playback.pause();
    this.moved();
  }

  private step(direction: 1 | -1): void {
    cancelAnimationFrame(this.frame);
    this.playback.step(direction);
    this.moved();
  }

  /** Shows where the playback stands. */
  show(moment: TrailMoment): void {
    const { playback, frameElement } = this;
    const { dataset } = frameElement;
    frameElement.toggleAttribute('data-playing', playback.playing);
    const time = this.find('[data-trail-time]');
    const text = playback.isEmpty ? (moment.isFailed ? dataset.failed : dataset.none) ?? '' : moment.isGap ? `${moment.text} · ${dataset.gap ?? ''}` : moment.text;
    if (time && time.textContent !== text) time.textContent = text;
    const play = this.find<HTMLButtonElement>('[data-trail-play]');
    const label = (playback.playing ? dataset.pause : dataset.play) ?? '';
    if (play && play.ariaLabel !== label) {
      play.ariaLabel = label;
      play.title = label;
    }
    if (play) play.disabled = playback.from === playback.to;
    this.disable('[data-trail-back]', playback.isAtStart);
    this.disable('[data-trail-on]', playback.isAtEnd);
    this.slide(text);
    dataset.at = String(Math.round(playback.at));
  }

  private disable(selector: string, disabled: boolean): void {
    const button = this.find<HTMLButtonElement>(selector);
    // aria-disabled keeps the focus where it is when the end is reached
    if (button) button.ariaDisabled = String(disabled);
  }

  private slide(text: string): void {
    const { slider, playback } = this;
    if (!slider) return;
    slider.disabled = playback.from === playback.to;
    slider.min = String(playback.from);
    slider.max = String(playback.to);
    slider.step = String(Math.max(1, Math.min(keyStep, Math.floor((playback.to - playback.from) / 10))));
    slider.value = String(playback.at);
    slider.setAttribute('aria-valuetext', text);
  }

  dispose(): void {
    cancelAnimationFrame(this.frame);
    this.stop.abort();
  }
}
