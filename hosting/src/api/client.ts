// The open requests as this page asks them, by the same package that other developers use.
import { createClient, type ClientOptions } from "@meetogram/client";

export { ApiError } from "@meetogram/client";

export type Api = ReturnType<typeof createApi>;

export function createApi(options: ClientOptions = {}) {
  const { createRoom, ...client } = createClient(options);
  return {
    ...client,
    /** Go was pressed once, so one room is made however often the network makes us ask. */
    create: (request: Parameters<typeof createRoom>[0], { signal }: { signal?: AbortSignal } = {}) =>
      createRoom(request, { signal, idempotencyKey: crypto.randomUUID() }),
  };
}
