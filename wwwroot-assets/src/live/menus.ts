let installed = false;

function close(except: Element | null): void {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('details[data-menu][open]')) if (menu !== except) menu.open = false;
}

/** An open details[data-menu] closes as a menu does: by a choice, by a click anywhere else, and by Escape, which takes the focus back to its button. */
export function installMenus(): void {
  if (installed) return;
  installed = true;
  document.addEventListener('click', ({ target }) => {
    const isChoice = target instanceof Element && target.closest('details[data-menu] :is(a, button)') !== null;
    close(target instanceof Element && !isChoice ? target.closest('details[data-menu]') : null);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !(event.target instanceof Element)) return;
    event.target.closest('details[data-menu][open]')?.querySelector('summary')?.focus();
    close(null);
  });
}
