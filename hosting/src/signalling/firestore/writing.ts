// Writes as the rest of the client sees them: accepted by the server, refused, or unavailable.
import { SignallingError } from "../signalling.ts";
import type { Reachability } from "./reachability.ts";

/** Rejects with a SignallingError. */
export type Write = (run: () => Promise<void>) => Promise<void>;

export function createWriting(options: { reachability: Reachability; signal: AbortSignal }): Write {
  const { reachability, signal } = options;
  return async (run) => {
    if (signal.aborted) throw new SignallingError("refused");
    try {
      const write = run();
      reachability.watchWrite(write);
      await write;
    } catch (cause) {
      if (cause instanceof SignallingError) throw cause;
      throw new SignallingError(isRefusal(cause) ? "refused" : "unavailable", { cause });
    }
  };
}

/** "not-found": the participant's own document is gone. */
export function isRefusal(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : null;
  return code === "permission-denied" || code === "not-found";
}
