// Which ways through the network this browser finds (ICE). Candidates are counted by their kind: an
// address is neither kept nor shown.
import type { Clock } from "../platform/clock.ts";
import { find, type Finding } from "./finding.ts";
import { within } from "./poll.ts";

export interface CandidateCounts {
  host: number;
  srflx: number;
  relay: number;
}

const gatheringMs = 8_000;

/** Null for what is no candidate of these kinds. Older browsers have only the line of text. */
function kindOf({ type, candidate }: RTCIceCandidate): keyof CandidateCounts | null {
  const kind = type ?? / typ (\w+)/.exec(candidate)?.[1];
  return kind === "host" || kind === "srflx" || kind === "relay" ? kind : null;
}

export async function countCandidates(
  connection: RTCPeerConnection,
  clock: Clock,
  signal: AbortSignal,
): Promise<CandidateCounts> {
  const counts: CandidateCounts = { host: 0, srflx: 0, relay: 0 };
  const listeners = new AbortController();
  try {
    const gathered = new Promise<void>((resolve) => {
      const options = { signal: listeners.signal };
      connection.addEventListener(
        "icecandidate",
        ({ candidate }) => {
          if (candidate === null) return resolve();
          const kind = kindOf(candidate);
          if (kind !== null) counts[kind] += 1;
        },
        options,
      );
      signal.addEventListener("abort", () => resolve(), options);
    });
    connection.createDataChannel("check");
    await connection.setLocalDescription();
    await within(gathered, clock, gatheringMs);
  } finally {
    listeners.abort();
    connection.close();
  }
  return counts;
}

const urlsOf = (servers: readonly RTCIceServer[]) => servers.flatMap(({ urls }) => urls);

/** `iceServers` is null where the server did not say. */
export function judgeCandidates(counts: CandidateCounts, iceServers: readonly RTCIceServer[] | null): Finding {
  const { host, srflx, relay } = counts;
  const figures = { host, srflx, relay };
  if (host + srflx + relay === 0) return find("network", "failed", "none", figures);
  if (iceServers === null) return find("network", "look", "unasked", figures);
  const urls = urlsOf(iceServers);
  const hasRelay = urls.some((url) => /^turns?:/.test(url));
  if (hasRelay && relay === 0) return find("network", "look", "no-relay", figures);
  if (urls.length > 0 && srflx + relay === 0) return find("network", "look", "no-public", figures);
  return find("network", "ok", hasRelay ? "ok" : "without-relay", figures);
}
