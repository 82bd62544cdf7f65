// The App Check token of this page. A server where App Check is off never asks for one: then
// nothing of this folder is loaded. A reload finds the token in Session Storage, so it costs no
// work again.
import { session } from "../../browser/storage.ts";
import { obtainToken, type Obtain } from "./obtain-token.ts";

const storageKey = "appCheck";

interface Kept {
  readonly token: string;
  readonly endsAtMs: number;
}

export interface PageToken {
  token(): string | undefined;
  /** How long the token is still valid, by this device's clock, which only has to run evenly. */
  endsInMs(): number;
  /** Gets another token than `refused`. Rejects with an ApiError, or with the signal's reason. */
  renew(refused: string | undefined, signal?: AbortSignal): Promise<void>;
}

/** `obtain` is called once for all who ask at the same time, and aborted if none of them waits. */
export function createPageToken(obtain: Obtain): PageToken {
  let kept = readKept();
  let running: { readonly result: Promise<void>; readonly scope: AbortController; waiting: number } | null = null;

  function start() {
    const scope = new AbortController();
    const result = obtain(scope.signal)
      .then(({ token, ttlMs }) => {
        kept = { token, endsAtMs: Date.now() + ttlMs };
        session.write(storageKey, `${kept.endsAtMs} ${token}`);
      })
      .finally(() => {
        if (running?.scope === scope) running = null;
      });
    return { result, scope, waiting: 0 };
  }

  return {
    token: () => kept?.token,
    endsInMs: () => (kept === null ? 0 : kept.endsAtMs - Date.now()),
    async renew(refused, signal) {
      signal?.throwIfAborted();
      if (kept !== null && kept.token !== refused) return;
      const own = (running ??= start());
      own.waiting += 1;
      const leave = () => {
        own.waiting -= 1;
        if (own.waiting > 0) return;
        own.scope.abort(signal?.reason);
        // The next one who asks begins anew.
        if (running === own) running = null;
      };
      await new Promise<void>((resolve, reject) => {
        const abort = () => {
          leave();
          reject(signal?.reason);
        };
        signal?.addEventListener("abort", abort, { once: true });
        own.result.then(resolve, reject).finally(() => signal?.removeEventListener("abort", abort));
      });
    },
  };
}

export const pageToken = createPageToken(obtainToken);

function readKept(): Kept | null {
  const [endsAt = "", token] = session.read(storageKey)?.split(" ") ?? [];
  return token !== undefined && Number(endsAt) > Date.now() ? { token, endsAtMs: Number(endsAt) } : null;
}
