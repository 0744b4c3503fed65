/** How long to wait before the next attempt: quick at first, never longer than the cap, spread so that a restarted server is not met by every page at once. */
export function backoff(attempt: number, random: () => number = Math.random): number {
  const steps = [300, 1_000, 2_000, 4_000, 8_000];
  const cap = 15_000;
  const wait = steps[attempt] ?? cap;
  return Math.round(wait * (0.8 + random() * 0.4));
}
