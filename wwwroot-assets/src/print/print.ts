// Entry of pages that are made to be printed: without a script their reader prints with the browser's own command.
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
  button.addEventListener('click', () => print());
  button.hidden = false;
}
