const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '`': '&#96;' };

/**
 * Makes text safe inside HTML and quoted attributes. Every text that reaches ApexCharts goes through here: the library
 * writes some of what it is given as markup, and names and units can come from a device.
 */
export function encode(text: unknown): string {
  return String(text ?? '').replace(/[&<>"'`]/g, (character) => entities[character] ?? '');
}
