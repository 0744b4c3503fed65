// The pill in the header and the band below it: they say whether the page is live, and never look alive when it is not.
import { linkView, onLink, retryNow, serverNow, start, type LinkReason, type LinkState, type LinkView } from '../hub/link.ts';
import { ageLanguage, formatAge } from './age.ts';

export interface PillLabels {
  live: string;
  catchingUp: string;
  offline: string;
  paused: string;
  /** "Not live since {0}"; {0} is the time of the last contact. */
  notLiveSince: string;
  /** "Next try in {0}", optional. */
  nextTry?: string;
  /** Reasons, optional: the server does not answer, no network, the sign-in ran out. */
  noAnswer?: string;
  noNetwork?: string;
  refused?: string;
  /** BCP 47 tag and IANA zone for the clock in the band. */
  culture?: string;
  timeZone?: string;
}

const classes: Record<LinkState, string> = { live: '', catching: 'catch', offline: 'off', paused: 'paused' };

function fill(pattern: string, value: string): string {
  return pattern.includes('{0}') ? pattern.replace('{0}', value) : `${pattern} ${value}`;
}

function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

function reasonText(reason: LinkReason, labels: PillLabels): string | undefined {
  if (reason === 'refused') return labels.refused;
  if (!navigator.onLine) return labels.noNetwork ?? labels.noAnswer;
  return labels.noAnswer;
}

function pillText(view: LinkView, labels: PillLabels): string {
  const language = ageLanguage(document.documentElement.lang);
  switch (view.state) {
    case 'catching': return labels.catchingUp;
    case 'paused': return labels.paused;
    case 'live': return view.lastPushAt === null ? labels.live : `${labels.live} · ${formatAge(serverNow() - view.lastPushAt, language)}`;
    case 'offline': {
      const why = reasonText(view.reason, labels);
      const age = formatAge(Date.now() - view.lastContactAt, language);
      return `${labels.offline} ${age}${why ? ` · ${why}` : ''}`;
    }
  }
}

function stateWord(state: LinkState, labels: PillLabels): string {
  return { live: labels.live, catching: labels.catchingUp, offline: labels.offline, paused: labels.paused }[state];
}

function clock(at: number, labels: PillLabels): string {
  const zone = labels.timeZone ? { timeZone: labels.timeZone } : {};
  return new Intl.DateTimeFormat(labels.culture ?? document.documentElement.lang ?? 'en', { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23', ...zone }).format(at);
}

function nextTryText(view: LinkView, labels: PillLabels): string {
  if (view.nextTryAt === null || !labels.nextTry) return '';
  const wait = Math.max(0, Math.ceil((view.nextTryAt - Date.now()) / 1_000)) * 1_000;
  return fill(labels.nextTry, formatAge(wait, ageLanguage(document.documentElement.lang)));
}

function showBand(view: LinkView, labels: PillLabels): void {
  for (const band of document.querySelectorAll<HTMLElement>('[data-offline-band]')) {
    const off = view.state === 'offline';
    band.hidden = !off;
    if (!off) continue;
    setText(band.querySelector('[data-offline-text]') ?? band, fill(labels.notLiveSince, clock(view.lastContactAt, labels)));
    const next = band.querySelector('[data-offline-next]');
    if (next) setText(next, nextTryText(view, labels));
  }
}

interface PillParts { text: HTMLElement; announcement: HTMLElement }

/** The ticking text is hidden from screen readers; they hear only that the state changed. */
function partsOf(element: HTMLElement): PillParts {
  element.replaceChildren();
  const dot = document.createElement('i');
  dot.setAttribute('aria-hidden', 'true');
  const text = document.createElement('span');
  text.setAttribute('aria-hidden', 'true');
  const announcement = document.createElement('span');
  announcement.className = 'sr';
  announcement.setAttribute('role', 'status');
  element.append(dot, text, announcement);
  return { text, announcement };
}

function watchRetryButtons(): void {
  document.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('[data-offline-retry]')) retryNow();
  });
}

let watching = false;

/** Drives the live pill, the offline band and the class "stale" on the page until the handle is disposed. */
export function attachPill(element: HTMLElement, labels: PillLabels): { dispose(): void } {
  if (!watching) watchRetryButtons();
  watching = true;
  const parts = partsOf(element);
  const show = (view: LinkView) => {
    element.classList.remove('catch', 'off', 'paused');
    const name = classes[view.state];
    if (name) element.classList.add(name);
    element.dataset.state = view.state;
    setText(parts.text, pillText(view, labels));
    setText(parts.announcement, stateWord(view.state, labels));
    document.documentElement.dataset.link = view.state;
    document.documentElement.classList.toggle('stale', view.state === 'offline');
    showBand(view, labels);
  };
  start();
  const off = onLink(show);
  show(linkView());
  return { dispose: off };
}
