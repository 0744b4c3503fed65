// What a field with a list of results needs from the browser while the server decides which result is the active one.

let installed = false;

function comboboxOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof HTMLElement && target.matches('[role=combobox][aria-expanded=true]') ? target : null;
}

/** In an open list these keys walk through the results; left alone, they would move the caret as well. */
function keepCaret(event: KeyboardEvent): void {
  const field = comboboxOf(event.target);
  if (!field || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const walks = ['ArrowDown', 'ArrowUp', ...(field.hasAttribute('data-ends') ? ['Home', 'End'] : [])];
  if (walks.includes(event.key)) event.preventDefault();
}

/** The active result stays in sight in a list that is longer than its place. */
function follow(records: MutationRecord[]): void {
  for (const { target } of records) {
    const active = target instanceof Element ? target.getAttribute('aria-activedescendant') : null;
    if (active) document.getElementById(active)?.scrollIntoView({ block: 'nearest' });
  }
}

/** A field on a phone covers the page; anything with data-leave lets go of it. */
function leave(event: MouseEvent): void {
  if (event.target instanceof Element && event.target.closest('[data-leave]') && document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

export function installCombobox(): void {
  if (installed) return;
  installed = true;
  document.addEventListener('keydown', keepCaret);
  document.addEventListener('click', leave);
  new MutationObserver(follow).observe(document.body, { subtree: true, attributes: true, attributeFilter: ['aria-activedescendant'] });
}
