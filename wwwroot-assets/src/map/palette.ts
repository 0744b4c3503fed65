// The map's colours are the page's tokens; nothing here knows a colour by itself.
import { statuses, type Status } from '../hub/contract.ts';

export interface Palette {
  land: string;
  sea: string;
  coast: string;
  label: string;
  text: string;
  surface: string;
  accent: string;
  solid: Record<Status, string>;
  on: Record<Status, string>;
}

function token(style: CSSStyleDeclaration, name: string): string {
  return style.getPropertyValue(`--${name}`).trim() || 'gray';
}

export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const perStatus = (part: string) => Object.fromEntries(statuses.map((status) => [status, token(style, `${status}-${part}`)])) as Record<Status, string>;
  return {
    land: token(style, 'map-land'),
    sea: token(style, 'map-sea'),
    coast: token(style, 'map-coast'),
    label: token(style, 'map-label'),
    text: token(style, 'text'),
    surface: token(style, 'surface'),
    accent: token(style, 'accent'),
    solid: perStatus('solid'),
    on: perStatus('on'),
  };
}
