// Decides whether and when to initiate a connection. For each remote participant at most one
// initiation is scheduled.
import type { Clock } from "../../platform/clock.ts";
import { decideInitiator, type InitiationVerdict } from "./decide-initiator.ts";
import { isRefused, type RemoteParticipant } from "./remote-participant.ts";
import { timings } from "../timings.ts";

export interface Initiation {
  /** Initiates after the delay, or later when the remote participant has to initiate first. */
  consider(remote: RemoteParticipant, delayMs?: number): void;
  /**
   * Initiates without the delay and regardless of the seats. Replaces a connection that has not
   * opened in good time.
   */
  initiateNow(remote: RemoteParticipant): void;
  cancel(remote: RemoteParticipant): void;
}

export function createInitiation(options: {
  self: { readonly participantID: string; readonly seat: number };
  clock: Clock;
  hasEntered: () => boolean;
  /** Neither closed nor resting, and the server is reachable. */
  mayInitiate: () => boolean;
  initiate: (remote: RemoteParticipant) => void;
}): Initiation {
  const { self, clock } = options;

  function judge(remote: RemoteParticipant): InitiationVerdict {
    if (!options.mayInitiate() || remote.seated === null) return "never";
    if (remote.seat <= remote.byeSeat || isRefused(remote)) return "never";
    return decideInitiator({ ...self, hasEntered: options.hasEntered() }, remote.seated);
  }

  function cancel(remote: RemoteParticipant) {
    remote.cancelInitiation?.();
    remote.cancelInitiation = null;
  }

  return {
    consider(remote, delayMs = 0) {
      const verdict = remote.peer === null ? judge(remote) : "never";
      if (verdict === "never") return cancel(remote);
      if (remote.cancelInitiation !== null) return;
      const afterMs = verdict === "deferred" ? Math.max(delayMs, timings.deferMs) : delayMs;
      if (afterMs === 0) return options.initiate(remote);
      remote.cancelInitiation = clock.after(afterMs, () => {
        remote.cancelInitiation = null;
        if (remote.peer === null && judge(remote) !== "never") options.initiate(remote);
      });
    },
    initiateNow(remote) {
      // An overloaded device gives the same hints as a returning network. Starting over at each of
      // them would never finish.
      const isSoon =
        clock.now() - remote.attempts.lastAttemptAtMs < timings.reconnectNowEveryMs ||
        remote.peer?.isTooEarlyToReplace === true;
      if (!isSoon && judge(remote) !== "never") options.initiate(remote);
    },
    cancel,
  };
}
