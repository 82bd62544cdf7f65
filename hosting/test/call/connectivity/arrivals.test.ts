import { expect } from "chai";
import { watchArrivals } from "../../../src/call/connectivity/arrivals.ts";
import { createManualClock } from "../../platform/manual-clock.ts";

const setUp = () => {
  const clock = createManualClock();
  const pair = { id: "pair", type: "candidate-pair", requestsReceived: 3, responsesReceived: 2 };
  const other = { id: "other", type: "candidate-pair", requestsReceived: 0, responsesReceived: 5 };
  const sound = { id: "sound", type: "inbound-rtp", packetsReceived: 100 };
  const getStats = async () => new Map([pair, other, sound].map((stat) => [stat.id, { ...stat }]));
  const arrivals = watchArrivals(clock, { getStats } as never);
  const look = async (seconds = 1) => {
    for (let second = 0; second < seconds; second++) {
      clock.advance(1_000);
      await arrivals.look();
    }
  };
  return { clock, pair, other, sound, arrivals, look };
};

describe("answers to checks of ICE", () => {
  it("go on through a moment when one came after it, by whichever way", async () => {
    const { clock, pair, other, arrivals, look } = setUp();
    await look();
    for (const way of [pair, other]) {
      const silentFromMs = clock.now();
      expect(arrivals.haveAnswersGoneOnThrough(silentFromMs)).to.equal(false);
      way.responsesReceived += 1;
      await look();
      expect(arrivals.haveAnswersGoneOnThrough(silentFromMs)).to.equal(true);
      expect(arrivals.haveAnswersGoneOnThrough(silentFromMs + 1)).to.equal(false);
    }
  });

  it("are not what comes without having been there and back, nor a way that is given up", async () => {
    const { clock, pair, sound, arrivals, look } = setUp();
    await look();
    const silentFromMs = clock.now();
    sound.packetsReceived += 50;
    pair.requestsReceived += 2;
    await look();
    pair.responsesReceived = 0;
    await look();
    expect(arrivals.haveAnswersGoneOnThrough(silentFromMs)).to.equal(false);
  });

  it("have not gone on when they only come again, after a pause longer than that between two checks", async () => {
    const { clock, pair, arrivals, look } = setUp();
    await look();
    const silentFromMs = clock.now();
    await look(3);
    pair.responsesReceived += 1;
    await look();
    expect(arrivals.haveAnswersGoneOnThrough(silentFromMs)).to.equal(true);
    await look(4);
    pair.responsesReceived += 1;
    await look();
    expect(arrivals.haveAnswersGoneOnThrough(silentFromMs)).to.equal(false);
  });
});

describe("sound and pictures", () => {
  it("come for as long as their packets did lately", async () => {
    const { clock, sound, arrivals, look } = setUp();
    await look(2);
    expect(arrivals.isMediaComing).to.equal(false);
    sound.packetsReceived += 1;
    await look();
    expect(arrivals.isMediaComing).to.equal(true);
    await look(4);
    clock.advance(999);
    expect(arrivals.isMediaComing).to.equal(true);
    clock.advance(1);
    expect(arrivals.isMediaComing).to.equal(false);
  });
});
