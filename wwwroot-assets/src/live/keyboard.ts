// "/" goes to the search field, "g" and a letter to a page, unless somebody is typing.

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

/** Two letters belong together when they come this soon after each other. */
const together = 1_500;
let goesAt = -Infinity;

/** The letter after "g": the page whose link bears it. */
function go(event: KeyboardEvent): void {
  const isSecond = event.timeStamp - goesAt < together;
  goesAt = event.key === 'g' && !isSecond ? event.timeStamp : -Infinity;
  if (!isSecond || !/^[a-z]$/.test(event.key)) return;
  const link = document.querySelector<HTMLElement>(`[data-go="${event.key}"]`);
  if (!link) return;
  event.preventDefault();
  link.click();
}

export function installKeyboard(): void {
  if (installed) return;
  installed = true;
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
    if (event.key !== '/') {
      go(event);
      return;
    }
    const field = searchField();
    if (!field) return;
    event.preventDefault();
    field.focus();
    if (field instanceof HTMLInputElement) field.select();
  });
}
