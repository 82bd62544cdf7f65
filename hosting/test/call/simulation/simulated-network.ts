// The network of the simulated world: who can reach whom, by packets and through the server. Writes
// to an unreachable server are kept and arrive after its return, as with Firestore. Lost packets
// stay lost.
import type { ManualClock } from "../../platform/manual-clock.ts";

/** "udp": packets only. "everything": the server too. */
export type Cut = "udp" | "everything";

/** How long until a lost server is noticed, and within how long it is reached again. */
const noticedAfterMs = 10_000;
const reachedWithinMs = 700;

export interface SimulatedNetwork {
  arePacketsUp(one: string, other: string): boolean;
  /** Runs now, or once this participant reaches the server again. The order is kept. */
  throughServer(participantID: string, run: () => void): void;
  onPackets(listener: () => void): void;
  onReachability(participantID: string, listener: (isReachable: boolean) => void): void;
  cut(participantID: string, cut: Cut): void;
  restore(participantID: string): void;
}

interface Access {
  cut: Cut | null;
  isServerUp: boolean;
  held: (() => void)[];
  tell: (isReachable: boolean) => void;
}

export function createSimulatedNetwork(clock: ManualClock, random: () => number): SimulatedNetwork {
  const accesses = new Map<string, Access>();
  const listeners: (() => void)[] = [];

  function accessOf(participantID: string): Access {
    let access = accesses.get(participantID);
    if (access === undefined)
      accesses.set(participantID, (access = { cut: null, isServerUp: true, held: [], tell() {} }));
    return access;
  }

  return {
    arePacketsUp: (one, other) => accessOf(one).cut === null && accessOf(other).cut === null,
    throughServer(participantID, run) {
      const access = accessOf(participantID);
      if (access.isServerUp) run();
      else access.held.push(run);
    },
    onPackets: (listener) => void listeners.push(listener),
    onReachability: (participantID, listener) => void (accessOf(participantID).tell = listener),
    cut(participantID, cut) {
      const access = accessOf(participantID);
      access.cut = cut;
      for (const listener of listeners) listener();
      if (cut === "udp") return;
      access.isServerUp = false;
      clock.after(noticedAfterMs, () => void (access.isServerUp || access.tell(false)));
    },
    restore(participantID) {
      const access = accessOf(participantID);
      access.cut = null;
      for (const listener of listeners) listener();
      if (access.isServerUp) return;
      clock.after(1 + random() * reachedWithinMs, () => {
        access.isServerUp = true;
        access.tell(true);
        for (const run of access.held.splice(0)) run();
      });
    },
  };
}
