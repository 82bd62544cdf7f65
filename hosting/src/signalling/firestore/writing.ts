// Writes as the rest of the client sees them: accepted by the server, refused, or unavailable.
import type { Clock } from "../../platform/clock.ts";
import { SignallingError } from "../signalling.ts";
import type { Reachability } from "./reachability.ts";

/** Rejects with a SignallingError. */
export type Write = (run: () => Promise<void>) => Promise<void>;

export interface Writing {
  readonly write: Write;
  /** Whether the SDK's stream of writes is probably open, so that a write goes at once. */
  isOpen(): boolean;
}

/** The SDK closes its stream when 60 s have passed without a write. */
const openForMs = 50_000;

export function createWriting(options: { reachability: Reachability; clock: Clock; signal: AbortSignal }): Writing {
  const { reachability, clock, signal } = options;
  let answeredAtMs = Number.NEGATIVE_INFINITY;
  return {
    isOpen: () => clock.now() - answeredAtMs < openForMs,
    async write(run) {
      if (signal.aborted) throw new SignallingError("refused");
      try {
        const write = run();
        reachability.watchWrite(write);
        await write;
        answeredAtMs = clock.now();
      } catch (cause) {
        if (cause instanceof SignallingError) throw cause;
        throw new SignallingError(isRefusal(cause) ? "refused" : "unavailable", { cause });
      }
    },
  };
}

/** "not-found": the participant's own document is gone. */
export function isRefusal(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : null;
  return code === "permission-denied" || code === "not-found";
}
