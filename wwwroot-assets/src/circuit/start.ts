// Runs in <head>, as a classic script, before anything that can be missing: a page whose scripts or whose first connection did not
// come through has nobody else to bring it to life, and would stand there as it was first drawn.

(() => {
  const probe = '/health/live';
  const retryEvery = 3_000;
  /** Far longer than a slow machine takes to bring a page to life: a page that is only slow must not be loaded again. */
  const patience = 120_000;
  /** What is missing for good must not keep the page turning. */
  const restBetweenReloads = 60_000;
  const key = 'start/reloaded';
  let waiting: number | undefined;

  const hasJustReloaded = (): boolean => {
    try { return Date.now() - Number(sessionStorage.getItem(key) ?? 0) < restBetweenReloads; } catch { return false; }
  };
  const remember = (): void => {
    try { sessionStorage.setItem(key, String(Date.now())); } catch { /* storage may be forbidden */ }
  };

  const isLive = () => document.querySelector('main[data-interactive="true"]') !== null;

  /** The page itself is asked for, not only the server: what was answered once is likely to be answered again. */
  const reloadWhenAnswered = async (): Promise<void> => {
    if (hasJustReloaded()) return;
    try {
      if (!(await fetch(probe, { cache: 'no-store' })).ok || !(await fetch(location.href, { cache: 'no-store' })).ok) return;
    } catch {
      return;
    }
    window.clearInterval(waiting);
    remember();
    location.reload();
  };

  const begin = () => { waiting ??= window.setInterval(() => void reloadWhenAnswered(), retryEvery); };

  // errors of scripts and style sheets do not bubble, but they can be seen on their way down
  window.addEventListener('error', (event) => {
    if (event.target instanceof HTMLScriptElement || event.target instanceof HTMLLinkElement) begin();
  }, true);

  window.addEventListener('load', () => window.setTimeout(() => {
    // hidden pages are not brought to life by browsers, and a reader who is offline is told so already
    if (!isLive() && document.visibilityState === 'visible' && document.querySelector('main') !== null) begin();
  }, patience));
})();
