let installed = false;

/** Anything with data-opens opens the dialog of that id; a click beside an open dialog closes it. Neither asks the server. */
export function installDialogs(): void {
  if (installed) return;
  installed = true;
  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element)) return;
    // its content fills it: what hits the dialog itself has hit the curtain around it
    if (event.target instanceof HTMLDialogElement) event.target.close();
    const opener = event.target.closest<HTMLElement>('[data-opens]');
    const dialog = opener && document.getElementById(opener.dataset.opens ?? '');
    if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal();
  });
}
