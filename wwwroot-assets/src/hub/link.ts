// The one connection of a page to the telemetry hub. It reconnects for ever, at once when the network or the page comes back,
// and lets go while the page has been hidden for five minutes.
import { HttpError, HubConnectionBuilder, HubConnectionState, LogLevel, type HubConnection } from '@microsoft/signalr';
import { backoff } from './backoff.ts';
import type { Pulse } from './contract.ts';

export type LinkState = 'catching' | 'live' | 'offline' | 'paused';
export type LinkReason = 'silent' | 'network' | 'refused' | 'closed' | null;

export interface LinkView {
  state: LinkState;
  reason: LinkReason;
  /** Local clock: when something last came from the server. */
  lastContactAt: number;
  /** Server clock: the newest push the server knows, null when it knows none. */
  lastPushAt: number | null;
  /** Local clock: the next attempt, null when none is waiting. */
  nextTryAt: number | null;
}

/** What has to be brought up to date whenever the connection stands anew. */
export interface LinkTask { resume(): Promise<void> }

/** Three missed pulses: the page says so before the socket notices. */
const silentAfter = 14_000;
const hiddenFor = 5 * 60_000;
const patience = 10_000;

const listeners = new Set<(view: LinkView) => void>();
const tasks = new Set<LinkTask>();

let connection: HubConnection | null = null;
let started = false;
let standing = false;
let everStood = false;
let leaving = false;
let syncing = 0;
let attempt = 0;
let reason: LinkReason = null;
let retryTimer: ReturnType<typeof setTimeout> | undefined;
let hiddenTimer: ReturnType<typeof setTimeout> | undefined;
let nextTryAt: number | null = null;
const pauses = new Set<string>();
let lastContactAt = Date.now();
let lastPushAt: number | null = null;
let clockOffset = 0;

/** The server's clock as far as this page knows it; ages must not depend on how a wall screen is set. */
export function serverNow(): number {
  return Date.now() + clockOffset;
}

export function noteServerTime(now: number): void {
  clockOffset = now - Date.now();
}

export function noteContact(): void {
  lastContactAt = Date.now();
}

export function notePush(at: number | null): void {
  if (at !== null && (lastPushAt === null || at > lastPushAt)) lastPushAt = at;
}

function state(): LinkState {
  if (pauses.size > 0) return 'paused';
  if (standing) {
    if (Date.now() - lastContactAt > silentAfter) return 'offline';
    return syncing > 0 ? 'catching' : 'live';
  }
  return everStood || attempt > 0 ? 'offline' : 'catching';
}

export function linkView(): LinkView {
  const now = state();
  const why = now !== 'offline' ? null : standing ? 'silent' : reason;
  return { state: now, reason: why, lastContactAt, lastPushAt, nextTryAt };
}

function tell(): void {
  const view = linkView();
  for (const listener of listeners) listener(view);
}

export function onLink(listener: (view: LinkView) => void): () => void {
  listeners.add(listener);
  listener(linkView());
  return () => listeners.delete(listener);
}

function hubAddress(): string {
  return new URL('hubs/telemetry', document.baseURI).href;
}

function build(): HubConnection {
  const hub = new HubConnectionBuilder().withUrl(hubAddress()).configureLogging(LogLevel.None).build();
  hub.serverTimeoutInMilliseconds = 30_000;
  hub.keepAliveIntervalInMilliseconds = 10_000;
  hub.onclose((error) => dropped(hub, error ? 'network' : 'closed'));
  hub.on('pulse', (pulse: Pulse) => {
    noteContact();
    noteServerTime(pulse.now);
    notePush(pulse.lastPushAt);
    tell();
  });
  return hub;
}

function hub(): HubConnection {
  connection ??= build();
  return connection;
}

/** Registers what the server may call. Handlers stay for the life of the page. */
export function onServer<T>(method: string, handler: (message: T) => void): void {
  hub().on(method, (message: T) => {
    noteContact();
    handler(message);
  });
}

export async function invoke<T>(method: string, ...args: unknown[]): Promise<T> {
  const answer = await hub().invoke<T>(method, ...args);
  noteContact();
  return answer;
}

/** A question that may be given up: the server stops working on it. */
export interface Question<T> { answer: Promise<T>; giveUp(): void }

/** Asks for one answer in a way that a later question need not wait for, and that can be taken back. A question given up is never answered. */
export function ask<T>(method: string, ...args: unknown[]): Question<T> {
  let settled = false;
  let giveUp = () => { /* not asked yet */ };
  const answer = new Promise<T>((resolve, reject) => {
    const running = hub().stream<T>(method, ...args).subscribe({
      next: (item) => {
        noteContact();
        settled = true;
        resolve(item);
      },
      error: (error) => {
        settled = true;
        reject(error);
      },
      complete: () => reject(new Error('The server had no answer.')),
    });
    giveUp = () => {
      if (!settled) running.dispose();
      settled = true;
    };
  });
  return { answer, giveUp: () => giveUp() };
}

export function isStanding(): boolean {
  return standing;
}

function dropped(which: HubConnection, why: LinkReason): void {
  if (which !== connection || leaving) return;
  standing = false;
  reason = why;
  if (pauses.size === 0) planRetry();
  tell();
}

function planRetry(): void {
  clearTimeout(retryTimer);
  const wait = backoff(attempt++);
  nextTryAt = Date.now() + wait;
  retryTimer = setTimeout(() => void connect(), wait);
}

function reasonOf(error: unknown): LinkReason {
  if (error instanceof HttpError && (error.statusCode === 401 || error.statusCode === 403)) return 'refused';
  return 'network';
}

async function connect(): Promise<void> {
  clearTimeout(retryTimer);
  nextTryAt = null;
  const current = hub();
  if (pauses.size > 0 || current.state !== HubConnectionState.Disconnected) return;
  try {
    await current.start();
  } catch (error) {
    reason = reasonOf(error);
    if (pauses.size === 0) planRetry();
    tell();
    return;
  }
  standing = true;
  everStood = true;
  attempt = 0;
  reason = null;
  noteContact();
  for (const task of tasks) void catchUp(task);
  tell();
}

async function catchUp(task: LinkTask): Promise<void> {
  syncing++;
  tell();
  try {
    // a topic the server refuses keeps trying, but does not hold up the word "live" for ever
    await Promise.race([task.resume(), new Promise((resolve) => setTimeout(resolve, patience))]);
  } finally {
    syncing--;
    tell();
  }
}

/** Adds a task that is run now, when the connection stands, and after every reconnect until it is removed. */
export function addTask(task: LinkTask): () => void {
  tasks.add(task);
  start();
  if (standing) void catchUp(task);
  return () => tasks.delete(task);
}

/** Tries at once instead of waiting for the next attempt. */
export function retryNow(): void {
  if (!started || pauses.size > 0 || standing) return;
  attempt = Math.min(attempt, 1);
  void connect();
}

export function pause(key: string): void {
  pauses.add(key);
  clearTimeout(retryTimer);
  nextTryAt = null;
  tell();
  void connection?.stop();
}

export function resume(key: string): void {
  if (!pauses.delete(key) || pauses.size > 0) return;
  // a stop may still be under way; connect() does nothing then, and onclose plans the next attempt
  attempt = 0;
  tell();
  void connect();
}

function watchPage(): void {
  document.addEventListener('visibilitychange', () => {
    clearTimeout(hiddenTimer);
    if (document.visibilityState === 'hidden') hiddenTimer = setTimeout(() => pause('hidden'), hiddenFor);
    else wake();
  });
  addEventListener('online', wake);
  addEventListener('focus', wake);
  addEventListener('pageshow', (event) => {
    leaving = false;
    if (!event.persisted) return;
    if (connection?.state === HubConnectionState.Disconnected) dropped(connection, 'closed');
    wake();
  });
  // a page that is going away is not offline; without this the pill turns over at every navigation
  addEventListener('pagehide', () => { leaving = true; });
  setInterval(tell, 1_000);
}

/** After sleep the socket may be dead without knowing it: a long silence is answered with a new connection. */
function wake(): void {
  if (document.visibilityState === 'hidden') return;
  resume('hidden');
  if (standing && Date.now() - lastContactAt > silentAfter) void connection?.stop();
  else retryNow();
}

export function start(): void {
  if (started) return;
  started = true;
  watchPage();
  void connect();
}
