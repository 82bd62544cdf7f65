// Whether this network lets Firestore through. The request is the one that a call probes with, and
// reaches no database. Its few lines are repeated here: shared with the way into a room, they would
// become a file of their own there, and one more request.
import { fetchConfig } from "../api/config.ts";
import type { Clock } from "../platform/clock.ts";
import type { ServerProbe } from "../signalling/firestore/server-probe.ts";
import { find, type Finding } from "./finding.ts";
import { within } from "./poll.ts";

const answerWaitMs = 8_000;

export async function checkFirestore(probe: ServerProbe | null, clock: Clock, signal: AbortSignal): Promise<Finding> {
  // The site has not said where it is. The line of the server tells why.
  if (probe === null) return find("firestore", "look", "unasked");
  const startedAt = clock.now();
  const didAnswer = await within(probe(signal), clock, answerWaitMs);
  const tookMs = Math.round(clock.now() - startedAt);
  return didAnswer === true ? find("firestore", "ok", "ok", { tookMs }) : find("firestore", "failed", "no-answer");
}

/** Null where the site does not say which Firestore it uses. */
export async function findProbe(signal: AbortSignal): Promise<ServerProbe | null> {
  try {
    const { emulators } = await fetchConfig({ hostname: window.location.hostname, signal });
    if (emulators === undefined) return createServerProbe("https://firestore.googleapis.com/generate_204");
    const { host, port } = emulators.firestore;
    return createServerProbe(`http://${host}:${port}/`);
  } catch {
    return null;
  }
}

function createServerProbe(url: string): ServerProbe {
  return (signal) =>
    fetch(url, { method: "HEAD", mode: "no-cors", cache: "no-store", referrerPolicy: "no-referrer", signal }).then(
      () => true,
      () => false,
    );
}
