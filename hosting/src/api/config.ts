// The Firebase project of this client. It is fetched at run time, so that one build serves every
// deployment. Hosting answers with its own project, a local run with its emulators.
import * as v from "valibot";
import { fetchOrTake } from "./ahead.ts";
import { configPath, isLocalHostname } from "./config-path.ts";

const Address = v.object({ host: v.string(), port: v.number() });
const Firebase = v.object({ projectId: v.string(), apiKey: v.string() });
const ClientConfig = v.object({
  firebase: Firebase,
  emulators: v.optional(v.object({ firestore: Address, auth: Address })),
});
export type ClientConfig = v.InferOutput<typeof ClientConfig>;

export async function fetchConfig(options: {
  hostname: string;
  fetch?: (path: string, init: RequestInit) => Promise<Response>;
  signal?: AbortSignal;
}): Promise<ClientConfig> {
  const send = options.fetch ?? fetchOrTake;
  const response = await send(configPath(options.hostname), { signal: options.signal ?? null });
  if (!response.ok) throw new Error(`No configuration: HTTP ${response.status}`);
  const answer: unknown = await response.json();
  return isLocalHostname(options.hostname) ? v.parse(ClientConfig, answer) : { firebase: v.parse(Firebase, answer) };
}
