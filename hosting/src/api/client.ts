// The open requests as this page sends them, with the package that other developers use.
import { createClient, type ClientOptions } from "@meetogram/client";

export { ApiError } from "@meetogram/client";

export type Api = ReturnType<typeof createApi>;

export function createApi(options: ClientOptions = {}) {
  const { createRoom, ...client } = createClient(options);
  return {
    ...client,
    /** One press on Go creates one room, however often the network makes the client retry. */
    create: (request: Parameters<typeof createRoom>[0], { signal }: { signal?: AbortSignal } = {}) =>
      createRoom(request, { signal, idempotencyKey: crypto.randomUUID() }),
  };
}
