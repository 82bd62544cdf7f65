// A world in memory for the mesh: participants, their documents, a server that delays and reorders.
// Every delay and loss comes from one seed, and the test controls the time.
import type { ByeReason, Signal } from "@meetogram/contract";
import { createMesh, type Mesh } from "../../../src/call/mesh/mesh.ts";
import type { SeatedParticipant } from "../../../src/signalling/signalling.ts";
import type { ManualClock } from "../../platform/manual-clock.ts";
import { SimulatedConnection, type Surroundings } from "./simulated-connection.ts";
import { createSimulatedNetwork } from "./simulated-network.ts";

export interface Faults {
  readonly maxDelayMs: number;
  /** Of signals through the server, in the first 30 s: 0 to 1. */
  readonly lossRatio: number;
  /** Signals may overtake one another. */
  readonly isReordering: boolean;
}

const lossyForMs = 30_000;
const constraints = { audio: true, video: true, screen: false };

/** Repeatable: mulberry32. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface Member {
  readonly participantID: string;
  readonly mesh: Mesh;
  enter(): void;
  /** The browser or the person hints at the network's return. There may be no hint. */
  noticeNetwork(): void;
  /** The page goes, with or without `bye`, and another page takes a newer seat. */
  reload(bye: ByeReason | null): Member;
}

export interface World extends Surroundings {
  /** Signals that were written to the server. */
  readonly writes: { from: string; atMs: number }[];
  join(participantID: string): Member;
}

export function createWorld(clock: ManualClock, random: () => number, faults: Faults): World {
  const documents = new Map<string, SeatedParticipant>();
  const inboxes = new Map<string, (from: string, signal: Signal) => void>();
  const watchers = new Map<string, (list: readonly SeatedParticipant[]) => void>();
  const dueAt = new Map<unknown, number>();
  const network = createSimulatedNetwork(clock, random);
  const lossEndsAt = clock.now() + lossyForMs;
  let seats = 0;

  /** In order for each pair, unless signals may overtake. */
  function carry(queue: unknown, isOrdered: boolean, run: () => void, maxMs = faults.maxDelayMs) {
    const at = clock.now() + 1 + random() * maxMs;
    const due = isOrdered ? Math.max(at, (dueAt.get(queue) ?? 0) + 0.01) : at;
    dueAt.set(queue, due);
    clock.after(due - clock.now(), run);
  }

  function publish() {
    const list = [...documents.values()];
    for (const [watcher, tell] of watchers)
      carry(`documents ${watcher}`, true, () => {
        network.throughServer(watcher, () => {
          if (watchers.get(watcher) === tell) tell(list);
        });
      });
  }

  const world: World = {
    network,
    connections: new Map(),
    writes: [],
    now: clock.now,
    after: (delayMs, run) => void clock.after(delayMs, run),
    inOrder: (queue, maxMs, run) => carry(queue, true, run, maxMs),
    later: (maxMs, run) => void clock.after(1 + random() * maxMs, run),
    join(participantID) {
      const seat = ++seats;
      let hasEntered = false;
      let isGone = false;
      let isReachable = true;
      documents.set(participantID, { participantID, seat, isActive: false, constraints, role: "guest", name: null });
      const mesh = createMesh({
        self: { participantID, seat, signer: `key of ${participantID}` },
        clock,
        createConnection: () =>
          new SimulatedConnection(
            world,
            participantID,
            `${participantID}.${seat}.${world.connections.size}`,
          ) as unknown as RTCPeerConnection,
        tracks: () => ({ audio: null, video: null }),
        ownState: () => ({ type: "state", hasEntered, constraints, name: participantID }),
        sendSignal(to, signal) {
          if (random() < faults.lossRatio && clock.now() < lossEndsAt) return;
          world.writes.push({ from: participantID, atMs: clock.now() });
          network.throughServer(participantID, () =>
            carry(`${participantID} to ${to}`, !faults.isReordering, () =>
              network.throughServer(to, () => inboxes.get(to)?.(participantID, signal)),
            ),
          );
        },
        openName: async () => null,
        onVerification() {},
        onFeature() {},
        onReached() {},
        screen: () => null,
        isSoundBlocked: () => false,
        isOffline: () => false,
        isReachable: () => isReachable,
        onPeers() {},
        onEnd() {},
        onRateLimited() {},
        onChange() {},
      });
      network.onReachability(participantID, (reachable) => {
        isReachable = reachable;
        if (reachable) mesh.reconnectNow();
      });
      inboxes.set(participantID, (from, signal) => mesh.handleSignal(from, signal, `key of ${from}`));
      watchers.set(participantID, (list) => mesh.handleParticipants(list));
      publish();
      return {
        participantID,
        mesh,
        noticeNetwork: () => mesh.reconnectNow(),
        enter() {
          hasEntered = true;
          mesh.announceState();
          clock.after(1 + random() * faults.maxDelayMs, () => {
            const own = documents.get(participantID);
            if (isGone || own?.seat !== seat) return;
            documents.set(participantID, { ...own, isActive: true });
            publish();
          });
        },
        reload(bye) {
          isGone = true;
          const cut = [...world.connections].filter(([name]) => name.startsWith(`${participantID}.${seat}.`));
          inboxes.delete(participantID);
          watchers.delete(participantID);
          mesh.close(bye ?? "closed");
          // A page that crashed says nothing: its channels just close.
          if (bye === null) for (const [, connection] of cut) connection.close();
          documents.delete(participantID);
          publish();
          return world.join(participantID);
        },
      };
    },
  };
  return world;
}
