// When the server is told to be lost and back, on a clock that the test moves; and over a real line that breaks.
import type { RulesTestEnvironment } from "@firebase/rules-unit-testing";
import { expect } from "chai";
import { limits, paths } from "@meetogram/contract";
import type { DocumentChange, RunningFirestore } from "@meetogram/embedded-firestore";
import { doc, getDoc, updateDoc, type Timestamp } from "firebase/firestore";
import { startProxy, type Proxy } from "../../../e2e/test/faults/proxy.ts";
import { createServerProbe } from "../../src/signalling/firestore/server-probe.ts";
import { reachabilityTimings as timings, watchReachability } from "../../src/signalling/firestore/reachability.ts";
import type { Signalling } from "../../src/signalling/signalling.ts";
import { createManualClock } from "../platform/manual-clock.ts";
import {
  openEnvironment,
  openFirestoreRoom,
  openTestFirestore,
  projectID,
  type FirestoreRoom,
} from "./firestore-room.ts";

/** How long a participant may be cut off and keep the seat. */
const cutForMs = 5 * 60_000;
const fresh = { fromCache: false, hasPendingWrites: false };
const stale = { fromCache: true, hasPendingWrites: false };

describe("reachability", () => {
  /** The line is open, refuses at once, or swallows. */
  let line: "open" | "cut" | "swallowing";
  let isWatched: boolean;
  let probes: number;
  let renewals: number;
  let told: boolean[];
  let clock: ReturnType<typeof createManualClock>;
  let closing: AbortController;
  let reachability: ReturnType<typeof watchReachability>;

  beforeEach(() => {
    line = "open";
    isWatched = true;
    probes = renewals = 0;
    told = [];
    clock = createManualClock();
    closing = new AbortController();
    reachability = watchReachability({
      probe: () => {
        probes += 1;
        return line === "swallowing" ? new Promise(() => {}) : Promise.resolve(line === "open");
      },
      renew: async () => void (renewals += 1),
      clock,
      isWatching: () => isWatched,
      onChange: (isReachable) => told.push(isReachable),
      signal: closing.signal,
    });
  });
  afterEach(() => closing.abort());

  /** Time passes in steps, between which answers arrive. */
  async function pass(ms: number) {
    for (let passedMs = 0; passedMs < ms; passedMs += 100) {
      clock.advance(100);
      await Promise.resolve().then(() => {});
    }
  }

  async function lose(how: "cut" | "swallowing") {
    line = how;
    await pass(timings.quietMs + timings.giveUpMs);
    expect(told).to.deep.equal([false]);
  }

  it("asks once in 4 s of quiet, and not while something is heard", async () => {
    await pass(60_000);
    expect(probes).to.be.within(14, 15);
    probes = 0;
    for (let heard = 0; heard < 20; heard += 1) {
      await pass(timings.quietMs - 1_000);
      reachability.handleSnapshot(fresh);
    }
    expect(probes).to.equal(0);
    expect(told).to.deep.equal([]);
  });

  it("asks nothing while nobody would notice", async () => {
    isWatched = false;
    await pass(60_000);
    expect(probes).to.equal(0);
  });

  for (const how of ["cut", "swallowing"] as const) {
    it(`tells within 8 s that the server is lost: ${how}`, async () => {
      await pass(20_000);
      line = how;
      await pass(8_000);
      expect(told).to.deep.equal([false]);
    });

    it(`forgives a line that is ${how} for 3 s`, async () => {
      await pass(timings.quietMs - 100);
      line = how;
      await pass(3_000);
      line = "open";
      await pass(20_000);
      expect(told).to.deep.equal([]);
    });

    it(`connects anew within 1.3 s of the line's return: ${how}`, async () => {
      await lose(how);
      await pass(120_000);
      expect(renewals).to.equal(0);
      line = "open";
      await pass(1_300);
      expect(renewals).to.equal(1);
    });
  }

  it("says that the server is back when a snapshot shows it, not when a probe is answered", async () => {
    await lose("cut");
    line = "open";
    await pass(1_300);
    expect(told).to.deep.equal([false]);
    reachability.handleSnapshot(stale);
    reachability.handleSnapshot(fresh);
    expect(told).to.deep.equal([false, true]);
  });

  it("does not take what a hanging stream shows of own writes for an answer", async () => {
    await lose("swallowing");
    reachability.handleSnapshot({ fromCache: false, hasPendingWrites: true });
    reachability.handleSnapshot(fresh);
    expect(told).to.deep.equal([false]);
  });

  it("takes a write that the server took, or refused, for an answer", async () => {
    await lose("cut");
    reachability.watchWrite(Promise.reject(new Error("refused")));
    await pass(100);
    expect(told).to.deep.equal([false, true]);
  });

  it("connects anew ever less often when the server answers probes and nothing else", async () => {
    reachability.handleSnapshot(stale);
    await pass(timings.giveUpMs);
    expect(told).to.deep.equal([false]);
    await pass(600_000);
    expect(renewals).to.be.within(20, 25);
  });

  it("asks at once when the SDK shows its cache, and connects anew before anybody is told", async () => {
    reachability.handleSnapshot(stale);
    expect(probes).to.equal(1);
    await pass(1_300);
    expect(renewals).to.equal(1);
    reachability.handleSnapshot(fresh);
    await pass(10_000);
    expect(told).to.deep.equal([]);
  });

  it("asks when a write is not taken in 4 s, and connects anew when it hangs while probes are answered", async () => {
    isWatched = false;
    reachability.watchWrite(new Promise(() => {}));
    await pass(3_900);
    expect(probes).to.equal(0);
    await pass(200);
    expect(probes).to.equal(1);
    await pass(7_000);
    expect(renewals).to.equal(1);
  });

  it("asks at once at a hint, and once only for several", async () => {
    await lose("cut");
    await pass(timings.seldomAfterMs);
    probes = 0;
    line = "open";
    for (let hints = 0; hints < 5; hints += 1) reachability.handleHint();
    await pass(100);
    expect(probes).to.equal(1);
    expect(renewals).to.equal(1);
  });

  it("asks seldom after ten minutes", async () => {
    await lose("swallowing");
    await pass(timings.seldomAfterMs);
    probes = 0;
    await pass(60_000);
    expect(probes).to.be.within(5, 6);
  });

  it("does not judge by time in which the page stood still", async () => {
    await pass(timings.quietMs - 100);
    line = "swallowing";
    await pass(1_000);
    clock.freeze(600_000);
    line = "open";
    await pass(10_000);
    expect(told).to.deep.equal([]);
  });

  it("does nothing any more once closed", async () => {
    closing.abort();
    reachability.handleSnapshot(stale);
    reachability.handleHint();
    await pass(60_000);
    expect({ probes, told }).to.deep.equal({ probes: 0, told: [] });
  });
});

describe("Firestore signalling over a line that breaks", () => {
  let server: RunningFirestore;
  let administration: RulesTestEnvironment;
  let environment: RulesTestEnvironment;
  let room: FirestoreRoom;
  let line: Proxy;
  let changes: DocumentChange[];
  let probes: number;
  let signalling: Signalling;
  let told: { isReachable: boolean; atMs: number }[];
  let wake: () => void;
  /** Of leases; whether the server can be reached goes by real time here. */
  let clock: ReturnType<typeof createManualClock>;
  let now: number;
  const ann = crypto.randomUUID();
  const { signal } = new AbortController();

  before(async () => {
    ({ server, environment: administration } = await openTestFirestore());
    server.watch((changed) => void changes?.push(...changed), projectID);
  });
  after(async () => {
    await administration.cleanup();
    await server.close();
  });
  beforeEach(async () => {
    line = await startProxy(server.port);
    environment = await openEnvironment(line.port);
    room = await openFirestoreRoom(server, administration);
    changes = [];
    told = [];
    probes = 0;
    const probe = createServerProbe(line.origin);
    clock = createManualClock();
    // Behind, so that the rules let it come forward.
    now = Date.now() - cutForMs;
    signalling = await room.seat(ann, {
      clock,
      serverNow: () => now,
      line: { environment, origin: line.origin },
      probe: (ended) => {
        probes += 1;
        return probe(ended);
      },
    });
    signalling.onParticipants(() => {}, { signal });
    signalling.onReachability(
      (isReachable) => {
        told.push({ isReachable, atMs: performance.now() });
        wake();
      },
      { signal },
    );
    wake = () => {};
    await room.settled(signalling);
    expect(changes).not.to.be.empty;
    changes = [];
  });
  afterEach(async () => {
    line.heal();
    signalling.close();
    await environment.cleanup();
    await room.close();
    await line.close();
  });

  async function untilTold(isReachable: boolean): Promise<number> {
    while (told.at(-1)?.isReachable !== isReachable) await new Promise<void>((resolve) => (wake = resolve));
    return told.at(-1)!.atMs;
  }

  for (const how of ["cut", "swallow"] as const) {
    it(`tells of the loss and the return: ${how}`, async function () {
      this.timeout(40_000);
      const lostAtMs = performance.now();
      line[how]();
      const lostAfterMs = (await untilTold(false)) - lostAtMs;
      expect(lostAfterMs).to.be.below(9_000);
      expect(changes).to.deep.equal([]);
      // What others do meanwhile is seen as soon as the server is.
      await updateDoc(doc(room.firestore, paths.user(room.uuid, ann)), { name: "meanwhile" });
      const seen = new Promise<void>((resolve) =>
        signalling.onParticipants((all) => void (all.some(({ name }) => name === "meanwhile") && resolve()), {
          signal,
        }),
      );
      line.heal();
      const backAtMs = performance.now();
      await untilTold(true);
      await seen;
      expect(told).to.have.length(2);
      const figures = [lostAfterMs, performance.now() - backAtMs].map((ms) => (ms / 1_000).toFixed(1));
      process.stdout.write(`        lost after ${figures[0]} s, back after ${figures[1]} s\n`);
    });
  }

  it("keeps its lease to itself while the server is lost, and renews it at once when it is back", async function () {
    this.timeout(40_000);
    line.cut();
    await untilTold(false);
    now += cutForMs;
    for (let refreshes = 0; refreshes < cutForMs / limits.leaseRefreshMs; refreshes += 1) {
      clock.advance(limits.leaseRefreshMs);
    }
    line.heal();
    await untilTold(true);
    while (changes.length === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(changes.map(({ path }) => path)).to.deep.equal([paths.user(room.uuid, ann)]);
    const { leaseUntil } = (await getDoc(doc(room.firestore, paths.user(room.uuid, ann)))).data() ?? {};
    expect((leaseUntil as Timestamp).toMillis()).to.equal(now + limits.leaseMs);
  });

  it("asks and writes nothing in peace but a probe in 4 s", async function () {
    this.timeout(20_000);
    probes = 0;
    await new Promise((resolve) => setTimeout(resolve, 9_000));
    expect(probes).to.be.within(1, 3);
    expect(changes).to.deep.equal([]);
    expect(told).to.deep.equal([]);
  });
});
