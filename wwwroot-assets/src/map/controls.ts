import type { FullLabels } from './options.ts';

const svgNamespace = 'http://www.w3.org/2000/svg';

function button(label: string, path: string, press: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'ib';
  element.setAttribute('aria-label', label);
  element.title = label;
  const svg = document.createElementNS(svgNamespace, 'svg');
  svg.setAttribute('class', 'i');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(svgNamespace, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  element.append(svg);
  element.addEventListener('click', press);
  return element;
}

/** Plus and minus in a corner of the map. */
export function zoomButtons(labels: FullLabels, zoom: (steps: number) => void): HTMLElement {
  const group = document.createElement('div');
  group.className = 'float mctl';
  group.append(button(labels.zoomIn, 'M8 3v10M3 8h10', () => zoom(1)), button(labels.zoomOut, 'M3 8h10', () => zoom(-1)));
  return group;
}
