// Whether, and when, a connection to somebody is begun from here. For each there is at most one beginning that waits for its turn.
import type { Clock } from "../../platform/clock.ts";
import { decideInitiator, type InitiationVerdict } from "./decide-initiator.ts";
import type { Other } from "./remote-participant.ts";
import { timings } from "../timings.ts";

export interface Initiation {
  /** After the delay, or later when it is the other's turn first. */
  consider(other: Other, delayMs?: number): void;
  /** Without waiting for its turn, nor for the other to begin; whatever has not opened in good time is given up for it. */
  hurry(other: Other): void;
  drop(other: Other): void;
}

export function createInitiation(options: {
  self: { readonly participantID: string; readonly seat: number };
  clock: Clock;
  hasEntered: () => boolean;
  /** Neither closed nor resting, and the server can be reached. */
  mayInitiate: () => boolean;
  initiate: (other: Other) => void;
}): Initiation {
  const { self, clock } = options;

  function judge(other: Other): InitiationVerdict {
    if (!options.mayInitiate() || other.seated === null || other.seat <= other.departedSeat) return "never";
    return decideInitiator({ ...self, hasEntered: options.hasEntered() }, other.seated);
  }

  function drop(other: Other) {
    other.cancelInitiation?.();
    other.cancelInitiation = null;
  }

  return {
    consider(other, delayMs = 0) {
      const verdict = other.peer === null ? judge(other) : "never";
      if (verdict === "never") return drop(other);
      if (other.cancelInitiation !== null) return;
      const waitMs = verdict === "deferred" ? Math.max(delayMs, timings.deferMs) : delayMs;
      if (waitMs === 0) return options.initiate(other);
      other.cancelInitiation = clock.after(waitMs, () => {
        other.cancelInitiation = null;
        if (other.peer === null && judge(other) !== "never") options.initiate(other);
      });
    },
    hurry(other) {
      // A device at its end gives the same signs as a network that returns: who starts over at each of them never gets anywhere.
      const isSoon = clock.now() - other.tries.lastAttemptAtMs < timings.hurryEveryMs || other.peer?.isEarly === true;
      if (!isSoon && judge(other) !== "never") options.initiate(other);
    },
    drop,
  };
}
