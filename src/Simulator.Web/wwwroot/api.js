// Asks the server that this page came from, and nobody else.

/** What the server refuses: a title, a sentence, and diagnostics of scenario rows. */
export class Refusal extends Error {
  constructor(status, body) {
    super(body.detail ?? 'The server gave no answer.');
    this.status = status;
    this.title = body.title ?? 'No answer';
    this.diagnostics = body.diagnostics ?? [];
  }
}

const kept = new Map();
let leaving = new AbortController();

/** Gives up the answers that a view still waits for: nobody will look at them. */
export function leave() {
  leaving.abort();
  leaving = new AbortController();
}

/** Asks for an answer of the present view. */
export function ask(path, init = {}) {
  return fetched(path, { signal: leaving.signal, ...init });
}

/** Asks once and keeps the answer: for lists that no lever changes. */
export function once(path) {
  if (!kept.has(path)) {
    const asked = fetched(path);
    kept.set(path, asked);
    asked.catch(() => kept.delete(path));
  }
  return kept.get(path);
}

async function fetched(path, init) {
  let response;
  let body;
  try {
    response = await fetch(path, init);
    body = await response.json();
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new Refusal(0, response
      ? { title: 'An answer that cannot be read', detail: `The explorer answered with status ${response.status}, but not in the form agreed.` }
      : { title: 'No connection', detail: 'The explorer does not answer: is natosim serve still running?' });
  }
  if (!response.ok) throw new Refusal(response.status, body);
  return body;
}
