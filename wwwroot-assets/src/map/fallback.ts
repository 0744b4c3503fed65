// What stands in for the map when the browser cannot draw it.
import type { DotNetObject, FullLabels, MapHandle } from './options.ts';

export function canDraw(): boolean {
  try {
    const context = document.createElement('canvas').getContext('webgl2');
    // a browser keeps only a few of these; give it back at once
    context?.getExtension('WEBGL_lose_context')?.loseContext();
    return context !== null;
  } catch {
    return false;
  }
}

export function showFallback(element: HTMLElement, labels: FullLabels, dotnet: DotNetObject | null | undefined): MapHandle {
  element.classList.add('no-webgl');
  element.dataset.webgl = 'none';
  element.dataset.ready = 'true';
  const note = document.createElement('p');
  note.className = 'map-fallback';
  note.textContent = labels.noWebGl;
  element.append(note);
  const nothing = () => { /* there is no map to act on */ };
  // the table beside the trail still tells everything
  const showTrail = (frame: HTMLElement) => {
    for (const control of frame.querySelectorAll<HTMLButtonElement | HTMLInputElement>('.way button, .way input')) control.disabled = true;
  };
  // there is nothing to point at; coordinates can still be typed on the page of the device
  const beginPlacing = () => { dotnet?.invokeMethodAsync('PlacingEnded').catch(() => undefined); };
  return {
    beginPlacing, placeHere: nothing, endPlacing: nothing,
    showTrail, hideTrail: nothing, setBase: nothing, fitAll: nothing, select: nothing, zoomTo: nothing, zoomIn: nothing, zoomOut: nothing, setFilter: nothing, setTheme: nothing,
    dispose() {
      note.remove();
      element.classList.remove('no-webgl');
    },
  };
}
