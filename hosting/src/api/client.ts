// The open requests as this page sends them, with the package that other developers use.
import { createClient, type ClientOptions } from "@meetogram/client";
import { fetchOrTake } from "./ahead.ts";
import type { PageToken } from "./app-check/page-token.ts";

export { ApiError } from "@meetogram/client";
export type { PageToken };

export type Api = ReturnType<typeof createApi>;

interface ApiOptions extends ClientOptions {
  /** Whether this device does the work for a token, which may take seconds. */
  readonly handleProving?: (isProving: boolean) => void;
}

/** Of all clients in this page. Loaded when a server first asks for a token. */
let pageToken: PageToken | null = null;

export function createApi({ handleProving = () => {}, ...options }: ApiOptions = {}) {
  const { createRoom, ...client } = createClient({
    fetch: fetchOrTake as typeof fetch,
    appCheck: {
      token: () => pageToken?.token(),
      async renew(refused, signal) {
        handleProving(true);
        try {
          pageToken ??= (await import("./app-check/page-token.ts")).pageToken;
          await pageToken.renew(refused, signal);
        } finally {
          handleProving(false);
        }
      },
    },
    ...options,
  });
  return {
    ...client,
    /** Null while no server has asked for one. */
    appCheck: () => pageToken,
    /** One press on Start creates one room, however often the network makes the client retry. */
    create: (request: Parameters<typeof createRoom>[0], { signal }: { signal?: AbortSignal } = {}) =>
      createRoom(request, { signal, idempotencyKey: crypto.randomUUID() }),
  };
}
