// The load of all connections on this device: how many participants media is sent to, and whether
// the CPU is overused. A change in their number changes what each of them is sent.
import type { Clock } from "../../platform/clock.ts";
import type { Load } from "../quality/peer-media.ts";
import type { Peer } from "../peer/peer.ts";
import { judgeOverload, noOverload } from "../quality/cpu-overuse.ts";

export interface SharedLoad {
  read(): Load;
  /** Somebody may have entered or left. */
  review(): void;
  /** One connection has new statistics. */
  handleStats(): void;
}

export function createSharedLoad(options: {
  clock: Clock;
  peers: () => readonly Peer[];
  isScreenShared: () => boolean;
  onPeers: (peers: number) => void;
}): SharedLoad {
  const { clock, peers } = options;
  let cpuOverload = noOverload;
  let load: Load = { peers: 0, stepsDown: 0, isScreenShared: false };

  function read(): Load {
    const entered = peers().filter(({ remoteState }) => remoteState?.hasEntered).length;
    return { peers: entered, stepsDown: cpuOverload.stepsDown, isScreenShared: options.isScreenShared() };
  }

  return {
    read,
    review() {
      const before = load;
      load = read();
      const isSame =
        before.peers === load.peers &&
        before.stepsDown === load.stepsDown &&
        before.isScreenShared === load.isScreenShared;
      if (isSame) return;
      for (const peer of peers()) peer.adjust();
      if (before.peers !== load.peers) options.onPeers(load.peers);
    },
    handleStats() {
      const isOverloaded = peers().some(({ stats }) => stats?.limitation === "cpu");
      cpuOverload = judgeOverload(cpuOverload, isOverloaded, clock.now());
    },
  };
}
