// The sign of each status: one outline per status, so that shape alone tells them apart. Drawn on a 16 x 16 field.
import type { Status } from '../hub/contract.ts';
import type { Palette } from './palette.ts';

interface Stroke { path: string; width: number; mark: boolean; dash?: readonly number[] }
interface Glyph { body: string | null; strokes: readonly Stroke[]; dot?: string }

const ring = 'M14.2 8A6.2 6.2 0 1 1 1.8 8A6.2 6.2 0 1 1 14.2 8Z';

export const glyphs: Record<Status, Glyph> = {
  // triangle with an exclamation mark
  alarm: {
    body: 'M7.13 1.7a1 1 0 0 1 1.74 0l6.4 11.3a1 1 0 0 1-.87 1.5H1.6a1 1 0 0 1-.87-1.5z',
    strokes: [{ path: 'M8 5.6V9.8', width: 1.9, mark: true }],
    dot: 'M9.1 12.2A1.1 1.1 0 1 1 6.9 12.2A1.1 1.1 0 1 1 9.1 12.2Z',
  },
  // diamond with a flash
  malfunction: { body: 'M8 .5L15.5 8L8 15.5L.5 8Z', strokes: [{ path: 'M8.8 3.8L5.6 8.5H10.2L7.2 12.3', width: 1.5, mark: true }] },
  // square with a cross
  lost: { body: 'M3.5 1.5H12.5A2 2 0 0 1 14.5 3.5V12.5A2 2 0 0 1 12.5 14.5H3.5A2 2 0 0 1 1.5 12.5V3.5A2 2 0 0 1 3.5 1.5Z', strokes: [{ path: 'M5.3 5.3L10.7 10.7M10.7 5.3L5.3 10.7', width: 1.9, mark: true }] },
  // open clock
  late: { body: null, strokes: [{ path: ring, width: 1.8, mark: false }, { path: 'M8 4.6V8L10.4 9.6', width: 1.8, mark: false }] },
  // disc with a tick
  normal: { body: 'M15 8A7 7 0 1 1 1 8A7 7 0 1 1 15 8Z', strokes: [{ path: 'M4.7 8.3L6.9 10.5L11.2 5.8', width: 1.9, mark: true }] },
  // dashed circle
  never: { body: null, strokes: [{ path: ring, width: 1.7, mark: false, dash: [2.4, 2.47] }] },
  // hexagon with two bars
  maintenance: { body: 'M4.6 1.6H11.4L15 8L11.4 14.4H4.6L1 8Z', strokes: [{ path: 'M6.2 5.3V10.7M9.8 5.3V10.7', width: 1.9, mark: true }] },
};

const svg = 'http://www.w3.org/2000/svg';

function svgElement(name: string, attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS(svg, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

/** The sign as an inline SVG that takes its colours from the page's tokens. */
export function glyphElement(status: Status): SVGElement {
  const glyph = glyphs[status];
  const solid = `var(--${status}-solid)`;
  const on = `var(--${status}-on)`;
  const root = svgElement('svg', { viewBox: '0 0 16 16', class: 'g', 'aria-hidden': 'true' });
  if (glyph.body) root.append(svgElement('path', { d: glyph.body, fill: solid }));
  for (const stroke of glyph.strokes) {
    const line = svgElement('path', { d: stroke.path, fill: 'none', stroke: stroke.mark ? on : solid, 'stroke-width': stroke.width });
    if (stroke.dash) line.setAttribute('stroke-dasharray', stroke.dash.join(' '));
    else line.setAttribute('stroke-linecap', 'round');
    line.setAttribute('stroke-linejoin', 'round');
    root.append(line);
  }
  if (glyph.dot) root.append(svgElement('path', { d: glyph.dot, fill: on }));
  return root;
}

/** Side of the icon in CSS pixels: a 14 px sign on a disc of surface colour that lifts it off the map. */
const iconSize = 22;
const glyphSize = 14;

/** The sign as a picture for the map's own drawing. */
export function glyphImage(status: Status, palette: Palette, pixelRatio: number): ImageData {
  const side = Math.round(iconSize * pixelRatio);
  const context = new OffscreenCanvas(side, side).getContext('2d');
  if (!context) return new ImageData(side, side);
  context.scale(pixelRatio, pixelRatio);
  context.fillStyle = palette.surface;
  context.beginPath();
  context.arc(iconSize / 2, iconSize / 2, 9.5, 0, Math.PI * 2);
  context.fill();
  const inset = (iconSize - glyphSize) / 2;
  context.translate(inset, inset);
  context.scale(glyphSize / 16, glyphSize / 16);
  drawGlyph(context, glyphs[status], palette.solid[status], palette.on[status]);
  return context.getImageData(0, 0, side, side);
}

function drawGlyph(context: OffscreenCanvasRenderingContext2D, glyph: Glyph, solid: string, on: string): void {
  context.lineJoin = 'round';
  if (glyph.body) {
    context.fillStyle = solid;
    context.fill(new Path2D(glyph.body));
  }
  for (const stroke of glyph.strokes) {
    context.strokeStyle = stroke.mark ? on : solid;
    context.lineWidth = stroke.width;
    context.lineCap = stroke.dash ? 'butt' : 'round';
    context.setLineDash(stroke.dash ? [...stroke.dash] : []);
    context.stroke(new Path2D(stroke.path));
  }
  if (glyph.dot) {
    context.fillStyle = on;
    context.fill(new Path2D(glyph.dot));
  }
}
