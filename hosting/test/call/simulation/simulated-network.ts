// The network of the simulated world: who can be reached by whom, by packets and through the server. What is written while the server
// is out of reach is kept and arrives when it is back, as with Firestore; lost packets are lost.
import type { ManualClock } from "../../platform/manual-clock.ts";

/** "udp": packets alone. "everything": the server too. */
export type Cut = "udp" | "everything";

/** The server is noticed to be out of reach after so long; once the network is back it is reached again within so long. */
const noticedAfterMs = 10_000;
const reachedWithinMs = 700;

export interface SimulatedNetwork {
  arePacketsUp(one: string, other: string): boolean;
  /** Now, or once this participant reaches the server again; the order is kept. */
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
