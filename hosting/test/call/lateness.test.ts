import { expect } from "chai";
import { watchLateness } from "../../src/call/lateness.ts";
import { timings } from "../../src/call/timings.ts";
import { createManualClock } from "./manual-clock.ts";

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

describe("lateness", () => {
  const setUp = () => {
    const clock = createManualClock();
    const stop = new AbortController();
    const sound = { id: "s", type: "inbound-rtp", jitterBufferDelay: 100, jitterBufferEmittedCount: 2_000 };
    const picture = {
      id: "p",
      type: "inbound-rtp",
      jitterBufferDelay: 50,
      jitterBufferEmittedCount: 900,
      framesReceived: 910,
    };
    const sent = { id: "o", type: "outbound-rtp" };
    const counts = { looks: 0, late: 0 };
    const getStats = async () => {
      counts.looks += 1;
      return new Map([sound, picture, sent].map((stat) => [stat.id, { ...stat }]));
    };
    const onLate = () => (counts.late += 1);
    const { handleStandstill } = watchLateness({
      clock,
      connection: { getStats } as never,
      onLate,
      signal: stop.signal,
    });
    /** Until the next look: so much was played of a stream, each piece of it so late. */
    const play = async (stream: typeof sound, delayMs: number) => {
      stream.jitterBufferDelay += (50 * delayMs) / 1_000;
      stream.jitterBufferEmittedCount += 50;
      clock.advance(timings.lateLookEveryMs);
      await settle();
    };
    return { clock, stop, sound, picture, counts, handleStandstill, play };
  };

  it("is told once, of the sound or of the picture, whatever was played before the standstill", async () => {
    for (const late of ["sound", "picture"] as const) {
      const world = setUp();
      world.handleStandstill();
      await settle();
      await world.play(world[late], timings.tooLateMs - 1);
      expect(world.counts.late).to.equal(0);
      await world.play(world[late], timings.tooLateMs + 1);
      await world.play(world[late], 10 * timings.tooLateMs);
      expect(world.counts.late).to.equal(1);
    }
  });

  it("is told of pictures that come and are not shown", async () => {
    const { picture, sound, counts, handleStandstill, play } = setUp();
    handleStandstill();
    await settle();
    picture.framesReceived += timings.stuckFrames - 1;
    await play(sound, 50);
    expect(counts.late).to.equal(0);
    picture.framesReceived += timings.stuckFrames;
    await play(sound, 50);
    expect(counts.late).to.equal(1);
  });

  it("is looked for after a standstill alone, and for a while", async () => {
    const { clock, counts, handleStandstill, play, sound } = setUp();
    await play(sound, 10 * timings.tooLateMs);
    expect(counts.looks).to.equal(0);
    handleStandstill();
    await settle();
    for (let elapsedMs = 0; elapsedMs < 2 * timings.lateLookForMs; elapsedMs += timings.lateLookEveryMs) {
      clock.advance(timings.lateLookEveryMs);
      await settle();
    }
    expect(counts).to.deep.equal({ looks: 1 + timings.lateLookForMs / timings.lateLookEveryMs, late: 0 });
  });

  it("is told of nobody who has gone meanwhile", async () => {
    const { stop, counts, handleStandstill, play, sound } = setUp();
    handleStandstill();
    await settle();
    stop.abort();
    await play(sound, 10 * timings.tooLateMs);
    expect(counts).to.deep.equal({ looks: 1, late: 0 });
  });
});
