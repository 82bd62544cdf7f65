import { expect } from "chai";
import { watchLateness } from "../../../src/call/connectivity/playout-delay.ts";
import { timings } from "../../../src/call/timings.ts";
import { createManualClock } from "../../platform/manual-clock.ts";

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

describe("lateness", () => {
  const setUp = () => {
    const clock = createManualClock();
    const stop = new AbortController();
    const sound = {
      id: "s",
      type: "inbound-rtp",
      jitterBufferDelay: 100,
      jitterBufferEmittedCount: 2_000,
      totalSamplesDuration: 30,
    };
    const picture = {
      id: "p",
      type: "inbound-rtp",
      jitterBufferDelay: 50,
      jitterBufferEmittedCount: 900,
      framesReceived: 910,
    };
    const sent = { id: "o", type: "outbound-rtp" };
    const counts = { looks: 0, late: 0 };
    const streams = { heard: [sound, picture, sent], seen: [picture, sent] };
    let there: keyof typeof streams = "heard";
    const read = () => new Map(streams[there].map((stat) => [stat.id, { ...stat }]));
    const getStats = async () => {
      counts.looks += 1;
      return read();
    };
    const onLate = () => (counts.late += 1);
    const { handleRawStats } = watchLateness({
      clock,
      connection: { getStats } as never,
      onLate,
      signal: stop.signal,
    });
    /** Until the next look: so much was played of a stream, each piece of it so late. */
    const play = async (
      stream: Pick<typeof sound, "jitterBufferDelay" | "jitterBufferEmittedCount">,
      delayMs: number,
    ) => {
      stream.jitterBufferDelay += (50 * delayMs) / 1_000;
      stream.jitterBufferEmittedCount += 50;
      clock.advance(timings.lateLookEveryMs);
      await settle();
    };
    /** A reading so long after the one before, in which sound was played for so long. */
    const pass = (elapsedMs: number, playedMs: number) => {
      sound.totalSamplesDuration += playedMs / 1_000;
      handleRawStats(read(), elapsedMs);
    };
    const stillFor = (ms: number) => pass(timings.statsEveryMs + ms, timings.statsEveryMs);
    const stayCalm = (forMs: number = timings.calmForMs) => {
      for (let calmMs = 0; calmMs < forMs; calmMs += timings.statsEveryMs) {
        pass(timings.statsEveryMs, timings.statsEveryMs);
      }
    };
    stayCalm();
    const muteAway = () => (there = "seen");
    const bringBack = () => (there = "heard");
    return { clock, stop, stayCalm, sound, picture, counts, pass, stillFor, muteAway, bringBack, play };
  };

  it("is told once, of the sound or of the picture, whatever was played before the standstill", async () => {
    for (const late of ["sound", "picture"] as const) {
      const world = setUp();
      world.stillFor(timings.stoodStillMs);
      await world.play(world[late], timings.tooLateMs - 1);
      expect(world.counts.late).to.equal(0);
      await world.play(world[late], timings.tooLateMs + 1);
      await world.play(world[late], 10 * timings.tooLateMs);
      expect(world.counts.late).to.equal(1);
    }
  });

  it("is told of pictures that come and are not shown", async () => {
    const { picture, sound, counts, stillFor, play } = setUp();
    stillFor(timings.stoodStillMs);
    picture.framesReceived += timings.stuckFrames - 1;
    await play(sound, 50);
    expect(counts.late).to.equal(0);
    picture.framesReceived += timings.stuckFrames;
    await play(sound, 50);
    expect(counts.late).to.equal(1);
  });

  it("is looked for after a standstill alone, and for a while", async () => {
    const { clock, counts, stillFor, play, sound } = setUp();
    await play(sound, 10 * timings.tooLateMs);
    expect(counts.looks).to.equal(0);
    stillFor(timings.stoodStillMs);
    for (let elapsedMs = 0; elapsedMs < 2 * timings.lateLookForMs; elapsedMs += timings.lateLookEveryMs) {
      clock.advance(timings.lateLookEveryMs);
      await settle();
    }
    expect(counts).to.deep.equal({ looks: timings.lateLookForMs / timings.lateLookEveryMs, late: 0 });
  });

  it("is not looked for while sound is played on, however late the scripts are: they alone stood still", async () => {
    const { counts, pass, stayCalm, play, sound } = setUp();
    pass(60_000, 60_000 - timings.soundStoodStillMs + 1);
    await play(sound, 10 * timings.tooLateMs);
    expect(counts).to.deep.equal({ looks: 0, late: 0 });
    stayCalm();
    pass(60_000, 60_000 - timings.soundStoodStillMs);
    await play(sound, 10 * timings.tooLateMs);
    expect(counts).to.deep.equal({ looks: 1, late: 1 });
  });

  it("is looked for where no sound comes when the scripts were late", async () => {
    const { counts, pass, stayCalm, play, picture, muteAway } = setUp();
    muteAway();
    pass(timings.statsEveryMs + timings.stoodStillMs - 1, 0);
    await play(picture, 10 * timings.tooLateMs);
    expect(counts).to.deep.equal({ looks: 0, late: 0 });
    stayCalm();
    pass(timings.statsEveryMs + timings.stoodStillMs, 0);
    await play(picture, 10 * timings.tooLateMs);
    expect(counts).to.deep.equal({ looks: 1, late: 1 });
  });

  it("is not looked for when sound has only begun: a newcomer's page is busy", async () => {
    const { counts, pass, play, sound, muteAway, bringBack } = setUp();
    muteAway();
    pass(timings.statsEveryMs, 0);
    sound.totalSamplesDuration = 0;
    bringBack();
    pass(timings.statsEveryMs + 10 * timings.stoodStillMs, 100);
    await play(sound, 10 * timings.tooLateMs);
    expect(counts).to.deep.equal({ looks: 0, late: 0 });
  });

  it("is not looked for until scripts have been in time for a while: such a device is at its end", async () => {
    const { counts, pass, stayCalm, stillFor, play, sound } = setUp();
    pass(timings.statsEveryMs + timings.busyLateMs, timings.statsEveryMs);
    stayCalm(timings.calmForMs - timings.statsEveryMs);
    stillFor(10 * timings.stoodStillMs);
    await play(sound, 10 * timings.tooLateMs);
    expect(counts).to.deep.equal({ looks: 0, late: 0 });
    stayCalm();
    stillFor(10 * timings.stoodStillMs);
    await play(sound, 10 * timings.tooLateMs);
    expect(counts).to.deep.equal({ looks: 1, late: 1 });
  });

  it("is told of nobody who has gone meanwhile", async () => {
    const { stop, counts, stillFor, play, sound } = setUp();
    stillFor(timings.stoodStillMs);
    stop.abort();
    await play(sound, 10 * timings.tooLateMs);
    expect(counts).to.deep.equal({ looks: 0, late: 0 });
  });
});
