// Asks the browser for a passkey and sends its answer with a form. The server says what to ask, and judges the answer.

/** A question is good for five minutes; the one that stands behind the field for names is asked anew before that. */
const askAnewAfter = 4 * 60_000;

type Encoded = Record<string, unknown> & { id: string };

interface Question {
  challenge: string;
  user?: Encoded;
  excludeCredentials?: Encoded[];
  allowCredentials?: Encoded[];
}

let waiting: AbortController | undefined;

function bytes(text: string): ArrayBuffer {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0)).buffer;
}

function text(buffer: ArrayBuffer | null): string | null {
  if (!buffer) return null;
  const binary = Array.from(new Uint8Array(buffer), (value) => String.fromCharCode(value)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/u, '');
}

const decoded = (list: Encoded[] | undefined) => list?.map((one) => ({ ...one, id: bytes(one.id) }));

function toOptions(question: Question): Record<string, unknown> {
  return {
    ...question,
    challenge: bytes(question.challenge),
    ...(question.user && { user: { ...question.user, id: bytes(question.user.id) } }),
    ...(question.excludeCredentials && { excludeCredentials: decoded(question.excludeCredentials) }),
    ...(question.allowCredentials && { allowCredentials: decoded(question.allowCredentials) }),
  };
}

function toAnswer(credential: PublicKeyCredential): string {
  const { response } = credential;
  const made = response instanceof AuthenticatorAttestationResponse;
  const shown = response as AuthenticatorAssertionResponse;
  return JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: made
      ? { clientDataJSON: text(response.clientDataJSON), attestationObject: text(response.attestationObject), transports: response.getTransports?.() ?? [] }
      : { clientDataJSON: text(response.clientDataJSON), authenticatorData: text(shown.authenticatorData), signature: text(shown.signature), userHandle: text(shown.userHandle) },
  });
}

/** What to ask the browser, or the reason why not. */
async function question(form: HTMLFormElement): Promise<Record<string, unknown>> {
  const answer = await fetch(form.dataset.question ?? '', { method: 'POST', body: new FormData(form), headers: { accept: 'application/json' } });
  if (answer.ok) return toOptions(await answer.json() as Question);
  const problem = await answer.json().catch(() => ({})) as { detail?: string };
  throw new Error(problem.detail ?? form.dataset.stopped);
}

function say(form: HTMLFormElement, error: unknown): void {
  const box = form.parentElement?.querySelector<HTMLElement>('[data-passkey-fault]');
  const words = box?.querySelector('span');
  if (!box || !words) return;
  const known = error instanceof DOMException && error.name === 'InvalidStateError';
  words.textContent = (known ? form.dataset.known : error instanceof DOMException || error instanceof TypeError ? form.dataset.stopped : (error as Error).message) ?? '';
  box.hidden = false;
}

function send(form: HTMLFormElement, credential: Credential | null): void {
  const field = form.elements.namedItem('Form.Credential');
  if (!(credential instanceof PublicKeyCredential) || !(field instanceof HTMLInputElement)) return;
  field.value = toAnswer(credential);
  const password = form.elements.namedItem('Form.Current');
  if (password instanceof HTMLInputElement) password.value = '';
  const kept = form.elements.namedItem('Form.Keep');
  const tick = document.querySelector<HTMLInputElement>('input[type=checkbox][name="Form.Keep"]');
  if (kept instanceof HTMLInputElement) kept.value = String(tick?.checked ?? false);
  form.submit();
}

async function run(form: HTMLFormElement): Promise<void> {
  waiting?.abort();
  try {
    const publicKey = await question(form);
    send(form, form.dataset.passkey === 'add'
      ? await navigator.credentials.create({ publicKey: publicKey as unknown as PublicKeyCredentialCreationOptions })
      : await navigator.credentials.get({ publicKey: publicKey as unknown as PublicKeyCredentialRequestOptions }));
  } catch (error) {
    say(form, error);
  }
}

/** Lets the browser offer its passkeys beside the names it knows, for as long as the page is open and nothing else is asked. */
async function offer(form: HTMLFormElement): Promise<void> {
  if (!(await PublicKeyCredential.isConditionalMediationAvailable?.())) return;
  const stop = new AbortController();
  waiting = stop;
  const anew = window.setTimeout(() => stop.abort('anew'), askAnewAfter);
  try {
    const publicKey = await question(form);
    send(form, await navigator.credentials.get({ publicKey: publicKey as unknown as PublicKeyCredentialRequestOptions, mediation: 'conditional', signal: stop.signal }));
  } catch {
    // Nobody has asked for it, so nobody need hear of it.
    if (stop.signal.reason === 'anew') void offer(form);
  } finally {
    window.clearTimeout(anew);
  }
}

export function installPasskeys(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-passkey]');
  if (!form || !('PublicKeyCredential' in window)) return;
  form.hidden = false;
  document.querySelector('[data-passkey-absent]')?.remove();
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void run(form);
  });
  // What was refused just now is not offered again by itself.
  if (form.dataset.offer) void offer(form);
}
