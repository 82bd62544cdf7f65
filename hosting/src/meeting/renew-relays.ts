// Keeps the credentials of relays valid. They are short, so that a removed participant can soon
// open no further allocation. Without relays nothing is asked.
import { limits } from "@meetogram/contract";
import { systemClock, type Clock } from "../platform/clock.ts";

interface RelayScope {
  readonly iceServers: RTCIceServer[];
  readonly fetchServers: () => Promise<RTCIceServer[]>;
  readonly handleServers: (iceServers: RTCIceServer[]) => void;
  readonly signal: AbortSignal;
  readonly clock?: Clock;
}

const retryAfterMs = 30_000;

export function isRelay({ urls }: RTCIceServer): boolean {
  return [urls].flat().some((url) => /^turns?:/.test(url));
}

export function renewRelays({
  iceServers,
  fetchServers,
  handleServers,
  signal,
  clock = systemClock,
}: RelayScope): void {
  if (!iceServers.some(isRelay)) return;
  let cancel = () => {};
  signal.addEventListener("abort", () => cancel());

  async function renew(): Promise<void> {
    let waitMs = limits.turnTtlMs / 2;
    try {
      const servers = await fetchServers();
      if (!signal.aborted) handleServers(servers);
    } catch {
      waitMs = retryAfterMs;
    }
    schedule(waitMs);
  }

  function schedule(waitMs: number): void {
    if (!signal.aborted) cancel = clock.after(waitMs, () => void renew());
  }

  schedule(limits.turnTtlMs / 2);
}
