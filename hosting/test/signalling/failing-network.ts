// One seat in the embedded Firestore, behind a real network that a test makes fail. The SDK is
// real.
import type { RulesTestEnvironment } from "@firebase/rules-unit-testing";
import { expect } from "chai";
import { paths } from "@meetogram/contract";
import type { DocumentChange, RunningFirestore } from "@meetogram/embedded-firestore";
import { doc, updateDoc } from "firebase/firestore";
import { startProxy, type Proxy } from "../../../e2e/test/support/network/proxy.ts";
import type { Clock } from "../../src/platform/clock.ts";
import { createServerProbe } from "../../src/signalling/firestore/server-probe.ts";
import type { Signalling } from "../../src/signalling/signalling.ts";
import {
  openEnvironment,
  openFirestoreRoom,
  openTestFirestore,
  projectID,
  type FirestoreRoom,
  type SeatOptions,
} from "./firestore-room.ts";

/** How the network fails, and the proxy's method that makes it fail. */
export const failures = [
  ["refusing", "refuse"],
  ["dropping", "hold"],
] as const;

/** The fields are new for each test. */
export interface FailingNetwork {
  readonly participantID: string;
  proxy: Proxy;
  room: FirestoreRoom;
  signalling: Signalling;
  /** What was stored since the seat was taken. */
  changes: DocumentChange[];
  /** The answers to the probes, in the order of the probes. */
  probes: Promise<boolean>[];
  reports: { readonly isReachable: boolean; readonly atMs: number }[];
  /** Resolves to the instant of the report, by the network's clock. */
  untilReported(isReachable: boolean): Promise<number>;
}

/** Call it in a suite: it registers the hooks. It calls `createOptions` before each test. */
export function setUpFailingNetwork(
  createOptions: () => SeatOptions & { readonly networkClock: Clock },
): FailingNetwork {
  let server: RunningFirestore;
  let administration: RulesTestEnvironment;
  let environment: RulesTestEnvironment;
  let wake = () => {};
  const { signal } = new AbortController();
  const network = {
    participantID: crypto.randomUUID(),
    async untilReported(isReachable) {
      while (network.reports.at(-1)?.isReachable !== isReachable) {
        await new Promise<void>((resolve) => (wake = resolve));
      }
      return network.reports.at(-1)!.atMs;
    },
  } as FailingNetwork;

  before(async () => {
    ({ server, environment: administration } = await openTestFirestore());
    server.watch((changed) => void network.changes?.push(...changed), projectID);
  });
  after(async () => {
    await administration.cleanup();
    await server.close();
  });
  beforeEach(async () => {
    const options = createOptions();
    network.proxy = await startProxy(server.port);
    environment = await openEnvironment(network.proxy.port);
    network.room = await openFirestoreRoom(server, administration);
    network.changes = [];
    network.probes = [];
    network.reports = [];
    const { origin } = network.proxy;
    const probe = createServerProbe(origin);
    network.signalling = await network.room.seat(network.participantID, {
      ...options,
      route: { environment, origin },
      probe(ended) {
        const answer = probe(ended);
        network.probes.push(answer);
        return answer;
      },
    });
    network.signalling.onParticipants(() => {}, { signal });
    network.signalling.onReachability(
      (isReachable) => {
        network.reports.push({ isReachable, atMs: options.networkClock.now() });
        wake();
      },
      { signal },
    );
    await network.room.settled(network.signalling);
    expect(network.changes).not.to.be.empty;
    network.changes = [];
    network.probes = [];
  });
  afterEach(async () => {
    network.proxy.restore();
    network.signalling.close();
    await environment.cleanup();
    await network.room.close();
    await network.proxy.close();
  });
  return network;
}

/**
 * Fails the network until the server is reported as lost, then restores it. A change made
 * meanwhile must arrive after the return.
 */
export async function loseAndReturn(
  network: FailingNetwork,
  fail: "refuse" | "hold",
  {
    clock,
    untilLost,
    untilBack,
  }: {
    clock: Clock;
    untilLost: () => Promise<number>;
    untilBack: () => Promise<number>;
  },
): Promise<{ lostAfterMs: number; backAfterMs: number }> {
  const { signalling, proxy, room, participantID } = network;
  const { signal } = new AbortController();
  const lostAtMs = clock.now();
  proxy[fail]();
  const lostAfterMs = (await untilLost()) - lostAtMs;
  expect(lostAfterMs).to.be.below(9_000);
  expect(network.changes).to.deep.equal([]);
  await updateDoc(doc(room.firestore, paths.user(room.uuid, participantID)), { name: "meanwhile" });
  const seen = new Promise<void>((resolve) =>
    signalling.onParticipants((all) => void (all.some(({ name }) => name === "meanwhile") && resolve()), { signal }),
  );
  proxy.restore();
  const backAtMs = clock.now();
  await untilBack();
  await seen;
  expect(network.reports).to.have.length(2);
  return { lostAfterMs, backAfterMs: clock.now() - backAtMs };
}
