// The list of devices that stand on one spot and cannot be told apart on the map.
import type { Map as MapLibre, Popup } from 'maplibre-gl';
import { serverNow } from '../hub/link.ts';
import { ageLanguage, formatAge } from '../live/age.ts';
import { glyphElement } from './glyphs.ts';
import type { FullLabels } from './options.ts';
import type { Placed } from './fleet.ts';

type PopupConstructor = typeof Popup;

export const mostMembers = 200;

function line(className: string, text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  return element;
}

function row(placed: Placed, labels: FullLabels, choose: (sn: string) => void): HTMLElement {
  const { device, status } = placed;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'map-member';
  button.dataset.sn = device.sn;
  const text = line('two', '');
  text.append(line('nm', device.name ?? device.sn), line('sub2', [labels.statuses[status], device.headline].filter(Boolean).join(' · ')));
  button.append(glyphElement(status), text);
  if (device.lastAt !== null) button.append(line('age', formatAge(serverNow() - device.lastAt, ageLanguage(document.documentElement.lang))));
  button.addEventListener('click', () => choose(device.sn));
  const item = document.createElement('li');
  item.append(button);
  return item;
}

/** Opens the list at a place; everything in it is text, never markup. */
export function openMembers(
  map: MapLibre, popup: PopupConstructor, at: [number, number], members: readonly Placed[], total: number, labels: FullLabels, choose: (sn: string) => void,
): Popup {
  const root = document.createElement('div');
  root.className = 'map-members';
  root.append(line('hd', `${labels.sameSpot} · ${labels.devices.replace('{0}', String(total))}`));
  const list = document.createElement('ul');
  const opened = new popup({ closeButton: false, maxWidth: '300px', className: 'map-popup', offset: 18 });
  list.append(...members.map((placed) => row(placed, labels, (sn) => {
    opened.remove();
    choose(sn);
  })));
  root.append(list);
  if (total > members.length) root.append(line('ft', labels.more.replace('{0}', String(total - members.length))));
  // Escape closes it, and the keyboard returns to where it came from
  const before = document.activeElement;
  root.addEventListener('keydown', (event) => { if (event.key === 'Escape') opened.remove(); });
  opened.on('close', () => { if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true }); });
  return opened.setLngLat(at).setDOMContent(root).addTo(map);
}
