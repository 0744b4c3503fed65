// Entry: brings the page back after the server, the network or the machine was away. Blazor says what state its circuit is in; this
// module decides what to do: try again as soon as there is a chance, and load the page anew when the server no longer knows it.

interface CircuitApi {
  reconnect(): Promise<boolean>;
  resumeCircuit?(): Promise<boolean>;
}

interface StateChange extends Event { detail?: { state?: string } }

const retryEvery = 2000;
const probe = '/health/live';

const modal = document.getElementById('components-reconnect-modal');
let retrying: number | undefined;

function circuit(): CircuitApi | undefined {
  return (window as unknown as { Blazor?: CircuitApi }).Blazor;
}

function reload(): void {
  stopRetrying();
  location.reload();
}

function stopRetrying(): void {
  window.clearInterval(retrying);
  retrying = undefined;
}

async function isServerThere(): Promise<boolean> {
  try {
    return (await fetch(probe, { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}

/** A server that answers but does not take the circuit back has forgotten it: only a fresh page helps. */
async function tryAgain(): Promise<void> {
  if (!(await isServerThere())) return;
  stopRetrying();
  try {
    if (await circuit()?.reconnect()) return;
    if (await circuit()?.resumeCircuit?.()) return;
  } catch {
    // gone again between the probe and the call
    keepTrying();
    return;
  }
  reload();
}

function keepTrying(): void {
  retrying ??= window.setInterval(() => void tryAgain(), retryEvery);
}

modal?.addEventListener('components-reconnect-state-changed', (event: StateChange) => {
  switch (event.detail?.state) {
    case 'hide':
      stopRetrying();
      break;
    case 'show':
    case 'retrying':
    case 'failed':
      keepTrying();
      break;
    case 'rejected':
    case 'resume-failed':
      reload();
      break;
  }
});

modal?.querySelector('[data-reconnect-now]')?.addEventListener('click', () => void tryAgain());
window.addEventListener('online', () => { if (retrying !== undefined) void tryAgain(); });
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible' && retrying !== undefined) void tryAgain();
});

export {};
