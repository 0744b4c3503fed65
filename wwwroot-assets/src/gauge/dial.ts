/** Half of the arc: the dial runs from -120 to +120 degrees, with 0 at the top. */
export const reach = 120;

/** The angle of a value on the dial; values beyond the ends stay at the ends. */
export function dialAngle(value: number, min: number, max: number): number {
  if (!(max > min)) return -reach;
  const share = Math.min(1, Math.max(0, (value - min) / (max - min)));
  return Math.round((share * 2 - 1) * reach * 100) / 100;
}
