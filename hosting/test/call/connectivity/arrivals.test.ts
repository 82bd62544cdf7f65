import { expect } from "chai";
import { watchArrivals } from "../../../src/call/connectivity/arrivals.ts";
import { createManualClock } from "../../platform/manual-clock.ts";

const setUp = () => {
  const clock = createManualClock();
  const pair = { id: "pair", type: "candidate-pair", requestsReceived: 3, responsesReceived: 2 };
  const otherPair = { id: "other", type: "candidate-pair", requestsReceived: 0, responsesReceived: 5 };
  const audio = { id: "audio", type: "inbound-rtp", packetsReceived: 100 };
  const getStats = async () => new Map([pair, otherPair, audio].map((stat) => [stat.id, { ...stat }]));
  const arrivals = watchArrivals(clock, { getStats } as never);
  const check = async (seconds = 1) => {
    for (let second = 0; second < seconds; second++) {
      clock.advance(1_000);
      await arrivals.check();
    }
  };
  return { clock, pair, otherPair, audio, arrivals, check };
};

describe("responses to ICE checks", () => {
  it("continue through a moment when one came after it, over any candidate pair", async () => {
    const { clock, pair, otherPair, arrivals, check } = setUp();
    await check();
    for (const candidatePair of [pair, otherPair]) {
      const silentFromMs = clock.now();
      expect(arrivals.wereChecksAnsweredThrough(silentFromMs)).to.equal(false);
      candidatePair.responsesReceived += 1;
      await check();
      expect(arrivals.wereChecksAnsweredThrough(silentFromMs)).to.equal(true);
      expect(arrivals.wereChecksAnsweredThrough(silentFromMs + 1)).to.equal(false);
    }
  });

  it("are neither packets without a round trip nor a candidate pair that is given up", async () => {
    const { clock, pair, audio, arrivals, check } = setUp();
    await check();
    const silentFromMs = clock.now();
    audio.packetsReceived += 50;
    pair.requestsReceived += 2;
    await check();
    pair.responsesReceived = 0;
    await check();
    expect(arrivals.wereChecksAnsweredThrough(silentFromMs)).to.equal(false);
  });

  it("are not believed in where the browser does not count them, and its packets still count", async () => {
    const { clock, pair, otherPair, audio, arrivals, check } = setUp();
    for (const uncounted of [pair, otherPair]) Reflect.deleteProperty(uncounted, "responsesReceived");
    await check();
    const silentFromMs = clock.now();
    audio.packetsReceived += 50;
    await check(4);
    expect(arrivals.wereChecksAnsweredThrough(silentFromMs)).to.equal(false);
    expect(arrivals.isMediaArriving).to.equal(true);
  });

  it("have not continued when they come again after a gap longer than between two checks", async () => {
    const { clock, pair, arrivals, check } = setUp();
    await check();
    const silentFromMs = clock.now();
    await check(3);
    pair.responsesReceived += 1;
    await check();
    expect(arrivals.wereChecksAnsweredThrough(silentFromMs)).to.equal(true);
    await check(4);
    pair.responsesReceived += 1;
    await check();
    expect(arrivals.wereChecksAnsweredThrough(silentFromMs)).to.equal(false);
  });
});

describe("arriving media", () => {
  it("lasts as long as its packets came lately", async () => {
    const { clock, audio, arrivals, check } = setUp();
    await check(2);
    expect(arrivals.isMediaArriving).to.equal(false);
    audio.packetsReceived += 1;
    await check();
    expect(arrivals.isMediaArriving).to.equal(true);
    await check(4);
    clock.advance(999);
    expect(arrivals.isMediaArriving).to.equal(true);
    clock.advance(1);
    expect(arrivals.isMediaArriving).to.equal(false);
  });
});
