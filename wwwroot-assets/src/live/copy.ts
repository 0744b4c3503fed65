/** How long the button shows that it has copied. */
const shownFor = 1200;
let installed = false;

/** Any element with data-copy copies that text when it is clicked, without asking the server. */
export function installCopy(): void {
  if (installed) return;
  installed = true;
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-copy]') : null;
    if (!button) return;
    event.preventDefault();
    event.stopPropagation();
    void copy(button, button.dataset.copy ?? '');
  }, true);
}

async function copy(button: HTMLElement, text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    copyBySelection(text);
  }
  button.classList.add('copied');
  window.setTimeout(() => button.classList.remove('copied'), shownFor);
}

/** The clipboard interface exists only on secure origins; a console in a local network often is not one. */
function copyBySelection(text: string): void {
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'sr';
  document.body.append(field);
  field.select();
  document.execCommand('copy');
  field.remove();
}
