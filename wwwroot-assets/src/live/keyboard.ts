/** "/" goes to the search field, unless somebody is typing. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
}

function searchField(): HTMLElement | null {
  const marked = document.querySelector<HTMLElement>('[data-search]');
  if (!marked) return null;
  return marked.matches('input, textarea') ? marked : marked.querySelector<HTMLElement>('input, textarea') ?? marked;
}

let installed = false;

export function installKeyboard(): void {
  if (installed) return;
  installed = true;
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
    const field = searchField();
    if (!field) return;
    event.preventDefault();
    field.focus();
    if (field instanceof HTMLInputElement) field.select();
  });
}
