// A value axis with round numbers.

export interface Scale { min: number; max: number; step: number; decimals: number }

const roundSteps = [1, 2, 2.5, 5, 10];

/** Ends and step of an axis of about so many steps that holds all values; a flat line gets room above and below. */
export function niceScale(low: number, high: number, steps: number, decimals: number): Scale {
  const finest = 10 ** -decimals;
  if (!(high > low)) {
    const room = Math.max(Math.abs(high) * 0.05, finest * 2);
    return niceScale(low - room, high + room, steps, decimals);
  }
  const raw = (high - low) / steps;
  const magnitude = 10 ** Math.floor(Math.log10(raw));
  const step = Math.max((roundSteps.find((factor) => factor * magnitude >= raw * 0.999) ?? 10) * magnitude, finest);
  const min = Math.floor(low / step + 1e-9) * step;
  const max = Math.ceil(high / step - 1e-9) * step;
  return { min: tidy(min), max: tidy(max), step: tidy(step), decimals: decimalsOf(step) };
}

function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

function decimalsOf(step: number): number {
  for (let decimals = 0; decimals < 6; decimals++) if (Math.abs(step * 10 ** decimals - Math.round(step * 10 ** decimals)) < 1e-9) return decimals;
  return 6;
}
