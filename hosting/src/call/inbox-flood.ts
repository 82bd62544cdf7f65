// Notices a participant that fills this inbox. An honest one sends some 14 messages a minute
// through the server while UDP is cut, and up to 64 arrive at once after a cut.
import type { Clock } from "../platform/clock.ts";
import type { Signalling } from "../signalling/signalling.ts";

const windowMs = 60_000;
export const floodAfter = 128;

export function watchFlood(options: {
  signalling: Pick<Signalling, "onMessage">;
  clock: Clock;
  /** At most once a minute for each sender. */
  onFlood: (from: string) => void;
  signal: AbortSignal;
}): void {
  const { signalling, clock, onFlood, signal } = options;
  const counts = new Map<string, { sinceMs: number; messages: number }>();

  function count({ from }: { from: string }) {
    const now = clock.now();
    const known = counts.get(from);
    const counted = known !== undefined && now - known.sinceMs < windowMs ? known : { sinceMs: now, messages: 0 };
    counted.messages += 1;
    counts.set(from, counted);
    if (counted.messages === floodAfter) onFlood(from);
  }

  signalling.onMessage(count, { signal });
}
