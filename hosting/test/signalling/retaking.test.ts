// When a lost seat is asked for again.
import { expect } from "chai";
import { createRetaking, type Retaking } from "../../src/signalling/firestore/retaking.ts";
import { createManualClock, type ManualClock } from "../platform/manual-clock.ts";

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

describe("a lost seat", () => {
  let clock: ManualClock;
  let closing: AbortController;
  let retaking: Retaking;
  let askedAtMs: number[];
  let code: string | null;
  let said: unknown[];

  beforeEach(() => {
    clock = createManualClock();
    closing = new AbortController();
    askedAtMs = [];
    said = [];
    code = "network";
    const start = clock.now();
    retaking = createRetaking({
      async connect() {
        askedAtMs.push(clock.now() - start);
        if (code !== null) throw { code };
      },
      isThere: () => true,
      onRetaken: () => said.push("retaken"),
      onEnded: (reason) => said.push(reason),
      onLoss: (loss) => said.push(loss),
      clock,
      signal: closing.signal,
    });
  });
  afterEach(() => closing.abort());

  async function pass(ms: number) {
    await settle();
    for (let passedMs = 0; passedMs < ms; passedMs += 500) {
      clock.advance(500);
      await settle();
    }
  }

  it("is asked for ever less while there is no answer", async () => {
    retaking.lapse();
    await pass(100_000);
    expect(askedAtMs).to.deep.equal([0, 3_000, 9_000, 21_000, 45_000, 75_000]);
    expect(said).to.deep.equal(["unanswered"]);
  });

  it("is asked for at once when the network is back", async () => {
    retaking.lapse();
    await pass(22_000);
    retaking.hurry();
    await settle();
    expect(askedAtMs.at(-1)).to.equal(22_000);
  });

  it("is asked for when somebody moves, at most every 3 s", async () => {
    retaking.lapse();
    for (let moves = 0; moves < 60; moves += 1) {
      retaking.wake();
      await pass(500);
    }
    expect(askedAtMs).to.have.length.within(9, 11);
  });

  it("is asked for every 30 s while it is withheld", async () => {
    code = "room-locked";
    retaking.ask();
    await pass(61_000);
    expect(askedAtMs).to.deep.equal([0, 30_000, 60_000]);
    code = null;
    await pass(30_000);
    expect(said).to.deep.equal(["locked", null, "retaken"]);
    expect(retaking.isLapsed()).to.equal(false);
  });

  it("is not asked for any more when it has ended, or the call has", async () => {
    retaking.lapse();
    await settle();
    closing.abort();
    await pass(60_000);
    expect(askedAtMs).to.deep.equal([0]);
  });
});
