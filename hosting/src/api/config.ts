// The Firebase project of this client. It is fetched at run time, so that one build serves every
// deployment. Hosting answers with its own project, a local run with its emulators.
import * as v from "valibot";

const Address = v.object({ host: v.string(), port: v.number() });
const Firebase = v.object({ projectId: v.string(), apiKey: v.string() });
const ClientConfig = v.object({
  firebase: Firebase,
  emulators: v.optional(v.object({ firestore: Address, auth: Address })),
});
export type ClientConfig = v.InferOutput<typeof ClientConfig>;

export function isLocalHostname(hostname: string): boolean {
  return (
    hostname === "127.0.0.1" || hostname === "[::1]" || hostname === "localhost" || hostname.endsWith(".localhost")
  );
}

export async function fetchConfig(options: {
  hostname: string;
  fetch?: typeof fetch;
  signal?: AbortSignal;
}): Promise<ClientConfig> {
  const isLocal = isLocalHostname(options.hostname);
  const send = options.fetch ?? globalThis.fetch.bind(globalThis);
  const response = await send(isLocal ? "/config.json" : "/__/firebase/init.json", { signal: options.signal ?? null });
  if (!response.ok) throw new Error(`No configuration: HTTP ${response.status}`);
  const answer: unknown = await response.json();
  return isLocal ? v.parse(ClientConfig, answer) : { firebase: v.parse(Firebase, answer) };
}
