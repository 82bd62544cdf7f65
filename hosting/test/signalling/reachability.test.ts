// When the loss and the return of the server are reported, on a manual clock and without a network.
import { expect } from "chai";
import { reachabilityTimings as timings, watchReachability } from "../../src/signalling/firestore/reachability.ts";
import { createManualClock } from "../platform/manual-clock.ts";

const fromServer = { fromCache: false, hasPendingWrites: false };
const fromCache = { fromCache: true, hasPendingWrites: false };

describe("reachability", () => {
  /** The network works, refuses packets at once, or drops them. */
  let network: "open" | "refusing" | "dropping";
  let isWatching: boolean;
  let probes: number;
  let reconnects: number;
  let reports: boolean[];
  let clock: ReturnType<typeof createManualClock>;
  let closing: AbortController;
  let reachability: ReturnType<typeof watchReachability>;

  beforeEach(() => {
    network = "open";
    isWatching = true;
    probes = reconnects = 0;
    reports = [];
    clock = createManualClock();
    closing = new AbortController();
    reachability = watchReachability({
      probe: () => {
        probes += 1;
        return network === "dropping" ? new Promise(() => {}) : Promise.resolve(network === "open");
      },
      reconnect: async () => void (reconnects += 1),
      clock,
      isWatching: () => isWatching,
      onChange: (isReachable) => reports.push(isReachable),
      signal: closing.signal,
    });
  });
  afterEach(() => closing.abort());

  /** Lets time pass in steps, between which answers arrive. */
  async function pass(ms: number) {
    for (let passedMs = 0; passedMs < ms; passedMs += 100) {
      clock.advance(100);
      await Promise.resolve().then(() => {});
    }
  }

  async function lose(how: "refusing" | "dropping") {
    network = how;
    await pass(timings.idleMs + timings.lostAfterMs);
    expect(reports).to.deep.equal([false]);
  }

  it("probes every 4 s when idle, and not while the server is heard", async () => {
    await pass(60_000);
    expect(probes).to.be.within(14, 15);
    probes = 0;
    for (let snapshots = 0; snapshots < 20; snapshots += 1) {
      await pass(timings.idleMs - 1_000);
      reachability.handleSnapshot(fromServer);
    }
    expect(probes).to.equal(0);
    expect(reports).to.deep.equal([]);
  });

  it("does not probe while nobody is watching", async () => {
    isWatching = false;
    await pass(60_000);
    expect(probes).to.equal(0);
  });

  for (const how of ["refusing", "dropping"] as const) {
    it(`reports the loss of the server within 8 s: ${how} network`, async () => {
      await pass(20_000);
      network = how;
      await pass(8_000);
      expect(reports).to.deep.equal([false]);
    });

    it(`tolerates a network that is ${how} packets for 3 s`, async () => {
      await pass(timings.idleMs - 100);
      network = how;
      await pass(3_000);
      network = "open";
      await pass(20_000);
      expect(reports).to.deep.equal([]);
    });

    it(`reconnects within 1.3 s of the network's return: ${how} network`, async () => {
      await lose(how);
      await pass(120_000);
      expect(reconnects).to.equal(0);
      network = "open";
      await pass(1_300);
      expect(reconnects).to.equal(1);
    });
  }

  it("reports the return with a snapshot from the server, not with an answered probe", async () => {
    await lose("refusing");
    network = "open";
    await pass(1_300);
    expect(reports).to.deep.equal([false]);
    reachability.handleSnapshot(fromCache);
    reachability.handleSnapshot(fromServer);
    expect(reports).to.deep.equal([false, true]);
  });

  it("does not take a local write shown by a hung stream for an answer", async () => {
    await lose("dropping");
    reachability.handleSnapshot({ fromCache: false, hasPendingWrites: true });
    reachability.handleSnapshot(fromServer);
    expect(reports).to.deep.equal([false]);
  });

  it("takes an accepted or refused write for an answer", async () => {
    await lose("refusing");
    reachability.watchWrite(Promise.reject(new Error("refused")));
    await pass(100);
    expect(reports).to.deep.equal([false, true]);
  });

  it("reconnects less and less often while the server answers only probes", async () => {
    reachability.handleSnapshot(fromCache);
    await pass(timings.lostAfterMs);
    expect(reports).to.deep.equal([false]);
    await pass(600_000);
    expect(reconnects).to.be.within(20, 25);
  });

  it("probes immediately when the SDK serves its cache, and reconnects before it reports a loss", async () => {
    reachability.handleSnapshot(fromCache);
    expect(probes).to.equal(1);
    await pass(1_300);
    expect(reconnects).to.equal(1);
    reachability.handleSnapshot(fromServer);
    await pass(10_000);
    expect(reports).to.deep.equal([]);
  });

  it("probes when a write is not accepted in 4 s, and reconnects when it hangs while probes are answered", async () => {
    isWatching = false;
    reachability.watchWrite(new Promise(() => {}));
    await pass(3_900);
    expect(probes).to.equal(0);
    await pass(200);
    expect(probes).to.equal(1);
    await pass(7_000);
    expect(reconnects).to.equal(1);
  });

  it("probes immediately after a hint, and only once for several", async () => {
    await lose("refusing");
    await pass(timings.probeSlowlyAfterMs);
    probes = 0;
    network = "open";
    for (let hints = 0; hints < 5; hints += 1) reachability.handleHint();
    await pass(100);
    expect(probes).to.equal(1);
    expect(reconnects).to.equal(1);
  });

  it("probes every 10 s after ten minutes", async () => {
    await lose("dropping");
    await pass(timings.probeSlowlyAfterMs);
    probes = 0;
    await pass(60_000);
    expect(probes).to.be.within(5, 6);
  });

  it("does not count time in which the page was suspended", async () => {
    await pass(timings.idleMs - 100);
    network = "dropping";
    await pass(1_000);
    clock.freeze(600_000);
    network = "open";
    await pass(10_000);
    expect(reports).to.deep.equal([]);
  });

  it("does nothing after it is closed", async () => {
    closing.abort();
    reachability.handleSnapshot(fromCache);
    reachability.handleHint();
    await pass(60_000);
    expect({ probes, reports }).to.deep.equal({ probes: 0, reports: [] });
  });
});
