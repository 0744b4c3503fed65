// Keys that work on every page. An element bears its own as data-keys ("/", "?", "g d"); pressing them clicks it, or puts the focus into it
// when it is a field. The server writes these attributes and the list of keys from the same table.

/** Keys belong together when they come this soon after each other. */
const together = 1_500;
let begun = { keys: '', at: -Infinity };
let installed = false;

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
}

function bearers(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-keys]')];
}

function reach(element: HTMLElement): void {
  if (!isTyping(element)) {
    element.click();
    return;
  }
  element.focus();
  if (element instanceof HTMLInputElement) element.select();
}

/** The key as the end of what was begun, or else on its own. */
function press(event: KeyboardEvent): void {
  const key = event.key.toLowerCase();
  const meant = event.timeStamp - begun.at < together ? [`${begun.keys} ${key}`, key] : [key];
  begun = { keys: '', at: -Infinity };
  for (const keys of meant) {
    const element = bearers().find((one) => one.dataset.keys === keys);
    if (element) {
      event.preventDefault();
      reach(element);
      return;
    }
    if (bearers().some((one) => one.dataset.keys?.startsWith(`${keys} `))) {
      begun = { keys, at: event.timeStamp };
      return;
    }
  }
}

export function installKeyboard(): void {
  if (installed) return;
  installed = true;
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
    // what lies under an open dialog is out of reach
    if (document.querySelector('dialog[open]')) return;
    press(event);
  });
}
