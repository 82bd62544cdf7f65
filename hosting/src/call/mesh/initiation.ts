// Whether, and when, a connection to somebody is begun from here. For each there is at most one beginning that waits for its turn.
import type { Clock } from "../../platform/clock.ts";
import { decideInitiator, type InitiationVerdict } from "./decide-initiator.ts";
import type { RemoteParticipant } from "./remote-participant.ts";
import { timings } from "../timings.ts";

export interface Initiation {
  /** After the delay, or later when it is the other's turn first. */
  consider(remote: RemoteParticipant, delayMs?: number): void;
  /** Without waiting for its turn, nor for the other to begin; whatever has not opened in good time is given up for it. */
  initiateNow(remote: RemoteParticipant): void;
  drop(remote: RemoteParticipant): void;
}

export function createInitiation(options: {
  self: { readonly participantID: string; readonly seat: number };
  clock: Clock;
  hasEntered: () => boolean;
  /** Neither closed nor resting, and the server can be reached. */
  mayInitiate: () => boolean;
  initiate: (remote: RemoteParticipant) => void;
}): Initiation {
  const { self, clock } = options;

  function judge(remote: RemoteParticipant): InitiationVerdict {
    if (!options.mayInitiate() || remote.seated === null || remote.seat <= remote.byeSeat) return "never";
    return decideInitiator({ ...self, hasEntered: options.hasEntered() }, remote.seated);
  }

  function drop(remote: RemoteParticipant) {
    remote.cancelInitiation?.();
    remote.cancelInitiation = null;
  }

  return {
    consider(remote, delayMs = 0) {
      const verdict = remote.peer === null ? judge(remote) : "never";
      if (verdict === "never") return drop(remote);
      if (remote.cancelInitiation !== null) return;
      const afterMs = verdict === "deferred" ? Math.max(delayMs, timings.deferMs) : delayMs;
      if (afterMs === 0) return options.initiate(remote);
      remote.cancelInitiation = clock.after(afterMs, () => {
        remote.cancelInitiation = null;
        if (remote.peer === null && judge(remote) !== "never") options.initiate(remote);
      });
    },
    initiateNow(remote) {
      // A device at its end gives the same signs as a network that returns: who starts over at each of them never gets anywhere.
      const isSoon =
        clock.now() - remote.attempts.lastAttemptAtMs < timings.reconnectNowEveryMs ||
        remote.peer?.isTooEarlyToReplace === true;
      if (!isSoon && judge(remote) !== "never") options.initiate(remote);
    },
    drop,
  };
}
