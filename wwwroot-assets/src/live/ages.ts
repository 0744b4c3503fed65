// One timer for the whole page keeps every <time data-age="unix milliseconds"> counting, without a word from the server.
import { serverNow } from '../hub/link.ts';
import { ageLanguage, formatAge } from './age.ts';

const selector = 'time[data-age]';
const known = new Set<Element>();
const roots = new Map<Node, { observer: MutationObserver; users: number }>();
let timer: ReturnType<typeof setInterval> | undefined;

function show(element: Element): void {
  const at = Number(element.getAttribute('data-age'));
  if (!Number.isFinite(at) || at <= 0) return;
  const text = formatAge(serverNow() - at, ageLanguage(document.documentElement.lang));
  // writing into the text node keeps the node that Blazor compares against
  const first = element.firstChild;
  if (first?.nodeType === Node.TEXT_NODE) {
    if (first.nodeValue !== text) first.nodeValue = text;
  } else element.textContent = text;
}

function tick(): void {
  if (document.visibilityState === 'hidden') return;
  for (const element of known) {
    if (element.isConnected) show(element);
    else known.delete(element);
  }
}

function collect(node: Node): void {
  if (!(node instanceof Element)) return;
  if (node.matches(selector)) take(node);
  for (const element of node.querySelectorAll(selector)) take(element);
}

function take(element: Element): void {
  known.add(element);
  show(element);
}

function watch(root: Node): MutationObserver {
  const observer = new MutationObserver((records) => {
    for (const record of records) {
      if (record.type === 'attributes') collect(record.target);
      else for (const node of record.addedNodes) collect(node);
    }
  });
  observer.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-age'] });
  return observer;
}

/** Keeps the ages below a root (by default the page) ticking until the handle is disposed. */
export function relativeAges(root: Element = document.body): { dispose(): void } {
  const entry = roots.get(root) ?? { observer: watch(root), users: 0 };
  entry.users++;
  roots.set(root, entry);
  collect(root);
  if (timer === undefined) {
    timer = setInterval(tick, 1_000);
    document.addEventListener('visibilitychange', tick);
  }
  let open = true;
  return {
    dispose() {
      if (!open) return;
      open = false;
      if (--entry.users > 0) return;
      entry.observer.disconnect();
      roots.delete(root);
    },
  };
}
