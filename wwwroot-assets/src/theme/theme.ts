// Runs in <head> before the first paint, as a classic script: sets <html data-theme> so that no page flashes in the wrong colours.
// Also the only place that changes the theme afterwards; everything else listens.
import { installMemory } from './memory.ts';
import { tellZone } from './zone.ts';

type Choice = 'light' | 'dark' | 'system';
type Theme = 'light' | 'dark';

interface DotNetObject { invokeMethodAsync(method: string, ...args: unknown[]): Promise<unknown> }

interface ThemeSwitch {
  /** What the user chose. */
  get(): Choice;
  /** What is shown now. */
  current(): Theme;
  set(choice: Choice): void;
  /** Tells a .NET object (ThemeChanged) or a function about every change; returns how to stop. */
  onChange(listener: DotNetObject | ((theme: Theme, choice: Choice) => void)): { dispose(): void };
}

(() => {
  const key = 'theme';
  const system = matchMedia('(prefers-color-scheme: dark)');
  const listeners = new Set<(theme: Theme, choice: Choice) => void>();
  // a browser may forbid storage; the choice then lasts as long as the page
  let remembered: string | null = null;

  const read = (): string | null => {
    try { return localStorage.getItem(key); } catch { return remembered; }
  };
  const get = (): Choice => {
    const stored = read();
    return stored === 'light' || stored === 'dark' ? stored : 'system';
  };
  const current = (): Theme => {
    const choice = get();
    if (choice !== 'system') return choice;
    return system.matches ? 'dark' : 'light';
  };
  let told: Theme | null = null;
  const apply = (): void => {
    const theme = current();
    if (document.documentElement.dataset.theme !== theme) document.documentElement.dataset.theme = theme;
    if (told === theme) return;
    told = theme;
    for (const listener of listeners) listener(theme, get());
  };
  const set = (choice: Choice): void => {
    remembered = choice;
    try { localStorage.setItem(key, choice); } catch { /* kept in memory */ }
    apply();
  };
  const onChange: ThemeSwitch['onChange'] = (listener) => {
    const call = typeof listener === 'function'
      ? listener
      : (theme: Theme) => { listener.invokeMethodAsync('ThemeChanged', theme).catch(() => listeners.delete(call)); };
    listeners.add(call);
    return { dispose: () => { listeners.delete(call); } };
  };

  apply();
  tellZone();
  installMemory();
  system.addEventListener('change', apply);
  // a page that replaces its document in place (enhanced navigation) takes the attribute away with it
  new MutationObserver(apply).observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  // another tab of the same user changed it
  addEventListener('storage', (event) => { if (event.key === key || event.key === null) apply(); });
  (window as unknown as { sensoroTheme: ThemeSwitch }).sensoroTheme = { get, current, set, onChange };
})();

export {};
