const year = 31_536_000;

interface Memory {
  /** Remembers a word under a name, or forgets it. */
  keep(name: string, value: string | null): void;
}

/** What pages ask this browser to remember of how they are laid out: in cookies, so that the server draws the next visit like that at once. */
export function installMemory(): void {
  const keep: Memory['keep'] = (name, value) => {
    document.cookie = `${name}=${encodeURIComponent(value ?? '')}; path=/; max-age=${value === null ? 0 : year}; samesite=lax`;
  };
  (window as unknown as { sensoroMemory: Memory }).sensoroMemory = { keep };
}
