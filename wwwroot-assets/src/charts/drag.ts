// Drag with the mouse to look closer, double-click to step back.
import type { Plot } from './crosshair.ts';

/** Less is a click with an unsteady hand. */
const leastPixels = 8;

export class DragZoom {
  private readonly box = document.createElement('div');
  private start: number | null = null;

  constructor(
    private readonly frame: HTMLElement, private readonly plot: () => Plot | null,
    private readonly zoomIn: (from: number, to: number) => void, private readonly zoomOut: () => void,
  ) {
    this.box.className = 'chart-drag';
    this.box.hidden = true;
    frame.append(this.box);
    frame.addEventListener('pointerdown', this.down);
    frame.addEventListener('pointermove', this.move);
    frame.addEventListener('pointerup', this.up);
    frame.addEventListener('pointercancel', this.cancel);
    frame.addEventListener('dblclick', this.zoomOut);
  }

  /** Pixels from the left edge of the drawing area, kept within it. */
  private at(event: PointerEvent, plot: Plot): number {
    return Math.min(plot.width, Math.max(0, event.clientX - this.frame.getBoundingClientRect().left - plot.left));
  }

  private readonly down = (event: PointerEvent): void => {
    const plot = this.plot();
    // a finger scrolls the page and reads values; only the mouse draws a range
    if (!plot || event.pointerType !== 'mouse' || event.button !== 0) return;
    this.start = this.at(event, plot);
    this.frame.setPointerCapture(event.pointerId);
  };

  private readonly move = (event: PointerEvent): void => {
    const plot = this.plot();
    if (this.start === null || !plot) return;
    const end = this.at(event, plot);
    this.box.hidden = Math.abs(end - this.start) < leastPixels;
    this.box.style.cssText = `left:${plot.left + Math.min(this.start, end)}px;width:${Math.abs(end - this.start)}px;top:${plot.top}px;height:${plot.height || this.frame.clientHeight}px`;
  };

  private readonly up = (event: PointerEvent): void => {
    const plot = this.plot();
    const start = this.start;
    this.cancel();
    if (start === null || !plot) return;
    const end = this.at(event, plot);
    if (Math.abs(end - start) < leastPixels) return;
    const time = (x: number) => plot.from + (x / plot.width) * (plot.to - plot.from);
    this.zoomIn(time(Math.min(start, end)), time(Math.max(start, end)));
  };

  private readonly cancel = (): void => {
    this.start = null;
    this.box.hidden = true;
  };

  dispose(): void {
    this.frame.removeEventListener('pointerdown', this.down);
    this.frame.removeEventListener('pointermove', this.move);
    this.frame.removeEventListener('pointerup', this.up);
    this.frame.removeEventListener('pointercancel', this.cancel);
    this.frame.removeEventListener('dblclick', this.zoomOut);
    this.box.remove();
  }
}
