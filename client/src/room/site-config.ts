// Which Firebase project a site has. It is public: every page of the site has it.
import { RoomError } from "./room-error.ts";

interface Address {
  readonly host: string;
  readonly port: number;
}

export interface SiteConfig {
  /** What `/__/firebase/init.json` of the site says. */
  readonly firebase: { readonly projectId: string; readonly apiKey: string };
  /** Of a local run. */
  readonly emulators?: { readonly firestore: Address; readonly auth: Address };
}

/** Hosting answers with the site's own project, a local run with its emulators. */
export async function fetchConfig(origin: string, signal: AbortSignal): Promise<SiteConfig> {
  const { hostname } = new URL(origin);
  const isLocal = ["127.0.0.1", "[::1]", "localhost"].includes(hostname) || hostname.endsWith(".localhost");
  try {
    const response = await fetch(origin + (isLocal ? "/config.json" : "/__/firebase/init.json"), { signal });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    const answer: unknown = await response.json();
    return isLocal ? (answer as SiteConfig) : { firebase: answer as SiteConfig["firebase"] };
  } catch (cause) {
    throw new RoomError("network", "The site has not told its Firebase project.", cause);
  }
}
