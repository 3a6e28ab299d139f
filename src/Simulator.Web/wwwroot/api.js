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

/** Asks for an answer. */
export async function ask(path, init) {
  let response;
  try {
    response = await fetch(path, init);
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new Refusal(0, { title: 'No connection', detail: 'The explorer does not answer: is natosim serve still running?' });
  }
  const body = await response.json();
  if (!response.ok) throw new Refusal(response.status, body);
  return body;
}

/** Asks once and keeps the answer: for lists that no lever changes. */
export function once(path) {
  if (!kept.has(path)) {
    const asked = ask(path);
    kept.set(path, asked);
    asked.catch(() => kept.delete(path));
  }
  return kept.get(path);
}
