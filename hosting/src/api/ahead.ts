// Requests that the first script sends, before the code has arrived that needs their answers. Each
// answer is taken once, by the same request. What goes wrong then, the one who takes it sees, as if
// it had been sent there.

const sent = new Map<string, Promise<Response>>();

const keyOf = (path: string, { method = "GET", body }: RequestInit) => `${method} ${path} ${String(body ?? "")}`;

export function sendAhead(path: string, init: RequestInit = {}): void {
  const answer = fetch(path, { credentials: "omit", cache: "no-store", ...init });
  // It is reported where it is taken.
  answer.catch(() => undefined);
  sent.set(keyOf(path, init), answer);
}

/** As `fetch`. A request with an App Check token is another one. */
export function fetchOrTake(path: string, init: RequestInit): Promise<Response> {
  const key = keyOf(path, init);
  const answer = new Headers(init.headers).has("x-firebase-appcheck") ? undefined : sent.get(key);
  sent.delete(key);
  return answer ?? fetch(path, init);
}
