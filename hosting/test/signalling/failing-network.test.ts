// Firestore signalling over a real network that fails. Probes and reconnects follow a manual clock,
// so a loss takes no real seconds.
import { expect } from "chai";
import { limits, paths } from "@meetogram/contract";
import { doc, getDoc, Timestamp, updateDoc } from "firebase/firestore";
import { createManualClock, type ManualClock } from "../platform/manual-clock.ts";
import { failures, loseAndReturn, setUpFailingNetwork } from "./failing-network.ts";

/** How long a participant may be cut off and keep its seat. */
const cutForMs = 5 * 60_000;
const stepMs = 50;

describe("Firestore signalling over a network that fails", () => {
  let networkClock: ManualClock;
  let leaseClock: ManualClock;
  let now: number;

  const network = setUpFailingNetwork(() => {
    networkClock = createManualClock();
    leaseClock = createManualClock();
    // In the past, and a minute ahead in the end: the rules let a lease only grow, and only so far.
    now = Date.now() - cutForMs + 60_000;
    return { networkClock, clock: leaseClock, serverNow: () => now };
  });

  /** Moves the network's clock by `stepMs` every `everyMs` of real time. */
  async function untilReported(isReachable: boolean, everyMs: number): Promise<number> {
    const timer = setInterval(() => networkClock.advance(stepMs), everyMs).unref();
    try {
      return await network.untilReported(isReachable);
    } finally {
      clearInterval(timer);
    }
  }

  const untilLost = () => untilReported(false, 1);
  // In real time, because here the network answers.
  const untilBack = () => untilReported(true, stepMs);

  for (const [how, fail] of failures) {
    it(`reports the loss and the return of the server: ${how} network`, () =>
      loseAndReturn(network, fail, { clock: networkClock, untilLost, untilBack }));
  }

  it("renews no lease while the server is lost, and renews it as soon as the server is back", async () => {
    const { proxy, room, participantID } = network;
    const own = doc(room.firestore, paths.user(room.uuid, participantID));
    // As if the seat had been taken five minutes ago.
    await updateDoc(own, { leaseUntil: Timestamp.fromMillis(now + limits.leaseMs) });
    await room.settled(network.signalling);
    network.changes = [];
    proxy.refuse();
    await untilLost();
    const refreshes = Math.ceil(cutForMs / limits.leaseRefreshMs);
    for (let refresh = 0; refresh < refreshes; refresh += 1) {
      now += cutForMs / refreshes;
      leaseClock.advance(limits.leaseRefreshMs);
    }
    proxy.restore();
    await untilBack();
    while (network.changes.length === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(network.changes.map(({ path }) => path)).to.deep.equal([paths.user(room.uuid, participantID)]);
    const { leaseUntil } = (await getDoc(own)).data() ?? {};
    expect((leaseUntil as Timestamp).toMillis()).to.equal(now + limits.leaseMs);
    // One renewal and this mark: no write was queued while the server was lost.
    await room.settled(network.signalling);
    expect(network.changes).to.have.length(2);
  });

  it("sends nothing but a probe every 4 s while nothing happens", async () => {
    for (let passedMs = 0; passedMs < 9_000; passedMs += stepMs) {
      networkClock.advance(stepMs);
      await Promise.all(network.probes);
    }
    expect(network.probes.length).to.be.within(1, 3);
    expect(network.changes).to.deep.equal([]);
    expect(network.reports).to.deep.equal([]);
  });
});
