/** A value as the page says it. */
export interface Said { label: string; value: string }

export interface Change extends Said { metric: string; before: string | null }

/** What a reader would see as new: values that read differently than before, in the order of the page. */
export function changes(before: ReadonlyMap<string, Said>, after: ReadonlyMap<string, Said>): Change[] {
  const found: Change[] = [];
  for (const [metric, said] of after) {
    const known = before.get(metric)?.value ?? null;
    if (known !== said.value) found.push({ metric, ...said, before: known });
  }
  return found;
}

/** "Temperature 21.5 °C → 22.0 °C · Smoke smoke". */
export function sentence(found: readonly Change[]): string {
  return found.map(({ label, value, before }) => `${label} ${before === null ? '' : `${before} → `}${value}`).join(' · ');
}
