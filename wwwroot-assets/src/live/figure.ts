/** A number in the reader's culture, with a true minus sign. */
export function formatFigure(value: number, culture: string | undefined, decimals: number): string {
  const rounded = Math.abs(value) < 0.5 * 10 ** -decimals ? 0 : value;
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return formatterFor(culture, digits).format(rounded).replace('-', '\u2212');
}

const formatters = new Map<string, Intl.NumberFormat>();

function formatterFor(culture: string | undefined, digits: { minimumFractionDigits: number; maximumFractionDigits: number }): Intl.NumberFormat {
  const key = `${culture ?? ''}/${digits.minimumFractionDigits}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.NumberFormat(culture, digits);
    formatters.set(key, formatter);
  }
  return formatter;
}
