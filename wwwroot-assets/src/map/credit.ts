// Whose map it is, in the corner of the map.
import type { TileMap } from './options.ts';

const offline = 'Natural Earth · GeoNames (CC BY 4.0)';

/** Writes the credit into a note, which is made when there is none yet; a fault of the tiles stands before it. */
export function credit(note: HTMLElement = document.createElement('div'), tiles: TileMap | null = null, fault?: string): HTMLElement {
  note.className = 'attr';
  note.textContent = [fault, tiles?.attribution ?? offline].filter(Boolean).join(' ');
  return note;
}
