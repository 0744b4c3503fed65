// Entry: brings the page back after the server, the network or the machine was away. Blazor says what state its circuit is in; this
// module decides what to do: try again as soon as there is a chance, and load the page anew when the server no longer knows it.

import { inTime, TooLate } from './intime';

interface CircuitApi {
  reconnect(): Promise<boolean>;
  resumeCircuit?(): Promise<boolean>;
}

interface StateChange extends Event { detail?: { state?: string } }

const retryEvery = 2000;
/** An attempt whose link is cut between two of its steps may never end by itself. */
const patience = 10000;
const probe = '/health/live';

const modal = document.getElementById('components-reconnect-modal');
let retrying: number | undefined;
/** The server has forgotten the circuit: only a fresh page helps, whatever happens meanwhile. */
let mustReload = false;

function circuit(): CircuitApi | undefined {
  return (window as unknown as { Blazor?: CircuitApi }).Blazor;
}

/** Only when the page is sure to be answered: a reload that runs into the next cut leaves nothing that could try again. */
async function reload(): Promise<void> {
  mustReload = true;
  try {
    const answer = await fetch(location.href, { cache: 'no-store', signal: AbortSignal.timeout(patience) });
    // whose session has ended is answered too: the fresh page leads to the sign-in
    if (!answer.ok && answer.status !== 401 && answer.status !== 403) throw new Error('The page is not answered yet.');
  } catch {
    keepTrying();
    return;
  }
  stopRetrying();
  location.reload();
}

function stopRetrying(): void {
  window.clearInterval(retrying);
  retrying = undefined;
}

async function isServerThere(): Promise<boolean> {
  try {
    return (await fetch(probe, { cache: 'no-store', signal: AbortSignal.timeout(patience) })).ok;
  } catch {
    return false;
  }
}

/** A server that answers but does not take the circuit back has forgotten it: only a fresh page helps. */
async function tryAgain(): Promise<void> {
  if (!(await isServerThere())) return;
  if (mustReload) {
    await reload();
    return;
  }
  stopRetrying();
  try {
    if (await inTime(circuit()?.reconnect(), patience)) return;
    if (await inTime(circuit()?.resumeCircuit?.(), patience)) return;
  } catch (error) {
    // gone again between the probe and the call; an attempt that hangs would make every further one hang, too
    mustReload ||= error instanceof TooLate;
    keepTrying();
    return;
  }
  await reload();
}

function keepTrying(): void {
  retrying ??= window.setInterval(() => void tryAgain(), retryEvery);
}

modal?.addEventListener('components-reconnect-state-changed', (event: StateChange) => {
  switch (event.detail?.state) {
    case 'hide':
      if (!mustReload) stopRetrying();
      break;
    case 'show':
    case 'retrying':
    case 'failed':
      keepTrying();
      break;
    case 'rejected':
    case 'resume-failed':
      void reload();
      break;
  }
});

modal?.querySelector('[data-reconnect-now]')?.addEventListener('click', () => void tryAgain());
window.addEventListener('online', () => { if (retrying !== undefined) void tryAgain(); });
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible' && retrying !== undefined) void tryAgain();
});

