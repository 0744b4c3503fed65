// Account pages work without any script; this lets people see what they type into a password field, copy and print.
import { installCopy } from '../live/copy';
import { installPasskeys } from './passkeys';

/** A button with data-reveal shows the field with that id, and hides it again; the button's name says which it does next. */
function reveal(button: HTMLElement): void {
  const field = document.getElementById(button.dataset.reveal ?? '');
  if (!(field instanceof HTMLInputElement)) return;
  const shown = field.type === 'password';
  field.type = shown ? 'text' : 'password';
  button.setAttribute('aria-pressed', String(shown));
}

document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-reveal]') : null;
  if (button) reveal(button);
});

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-print]')) button.addEventListener('click', () => print());

installCopy();
installPasskeys();

for (const button of document.querySelectorAll<HTMLElement>('[data-reveal], [data-copy], [data-print]')) button.hidden = false;
