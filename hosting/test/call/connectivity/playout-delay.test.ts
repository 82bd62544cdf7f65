import { expect } from "chai";
import { watchPlayoutDelay } from "../../../src/call/connectivity/playout-delay.ts";
import { timings } from "../../../src/call/timings.ts";
import { createManualClock } from "../../platform/manual-clock.ts";

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

describe("the playout delay", () => {
  const setUp = () => {
    const clock = createManualClock();
    const stop = new AbortController();
    const audio = {
      id: "s",
      type: "inbound-rtp",
      jitterBufferDelay: 100,
      jitterBufferEmittedCount: 2_000,
      totalSamplesDuration: 30,
    };
    const video = {
      id: "p",
      type: "inbound-rtp",
      jitterBufferDelay: 50,
      jitterBufferEmittedCount: 900,
      framesReceived: 910,
    };
    const sent = { id: "o", type: "outbound-rtp" };
    const counts = { checks: 0, late: 0 };
    const streams = { withAudio: [audio, video, sent], withoutAudio: [video, sent] };
    let arriving: keyof typeof streams = "withAudio";
    const read = () => new Map(streams[arriving].map((stat) => [stat.id, { ...stat }]));
    const getStats = async () => {
      counts.checks += 1;
      return read();
    };
    const onPlayoutLate = () => (counts.late += 1);
    const { handleRawStats } = watchPlayoutDelay({
      clock,
      connection: { getStats } as never,
      onPlayoutLate,
      signal: stop.signal,
    });
    /** Advances to the next check: meanwhile the stream played more, each part with this delay. */
    const play = async (
      stream: Pick<typeof audio, "jitterBufferDelay" | "jitterBufferEmittedCount">,
      delayMs: number,
    ) => {
      stream.jitterBufferDelay += (50 * delayMs) / 1_000;
      stream.jitterBufferEmittedCount += 50;
      clock.advance(timings.playoutCheckEveryMs);
      await settle();
    };
    /** A reading this long after the previous one, with this much audio played meanwhile. */
    const pass = (elapsedMs: number, playedMs: number) => {
      audio.totalSamplesDuration += playedMs / 1_000;
      handleRawStats(read(), elapsedMs);
    };
    const suspendFor = (ms: number) => pass(timings.statsEveryMs + ms, timings.statsEveryMs);
    const stayOnTime = (forMs: number = timings.onTimeForMs) => {
      for (let passedMs = 0; passedMs < forMs; passedMs += timings.statsEveryMs) {
        pass(timings.statsEveryMs, timings.statsEveryMs);
      }
    };
    stayOnTime();
    const removeAudio = () => (arriving = "withoutAudio");
    const restoreAudio = () => (arriving = "withAudio");
    return { clock, stop, stayOnTime, audio, video, counts, pass, suspendFor, removeAudio, restoreAudio, play };
  };

  it("is reported once, of audio or video, whatever was played before the suspension", async () => {
    for (const late of ["audio", "video"] as const) {
      const page = setUp();
      page.suspendFor(timings.scriptsStalledMs);
      await page.play(page[late], timings.maxPlayoutDelayMs - 1);
      expect(page.counts.late).to.equal(0);
      await page.play(page[late], timings.maxPlayoutDelayMs + 1);
      await page.play(page[late], 10 * timings.maxPlayoutDelayMs);
      expect(page.counts.late).to.equal(1);
    }
  });

  it("is reported when video frames arrive and are not shown", async () => {
    const { video, audio, counts, suspendFor, play } = setUp();
    suspendFor(timings.scriptsStalledMs);
    video.framesReceived += timings.unshownFrames - 1;
    await play(audio, 50);
    expect(counts.late).to.equal(0);
    video.framesReceived += timings.unshownFrames;
    await play(audio, 50);
    expect(counts.late).to.equal(1);
  });

  it("is checked after a suspension only, and for a while", async () => {
    const { clock, counts, suspendFor, play, audio } = setUp();
    await play(audio, 10 * timings.maxPlayoutDelayMs);
    expect(counts.checks).to.equal(0);
    suspendFor(timings.scriptsStalledMs);
    for (let elapsedMs = 0; elapsedMs < 2 * timings.playoutCheckForMs; elapsedMs += timings.playoutCheckEveryMs) {
      clock.advance(timings.playoutCheckEveryMs);
      await settle();
    }
    expect(counts).to.deep.equal({ checks: timings.playoutCheckForMs / timings.playoutCheckEveryMs, late: 0 });
  });

  it("is not checked when audio was played on, however late the scripts are: they alone were stalled", async () => {
    const { counts, pass, stayOnTime, play, audio } = setUp();
    pass(60_000, 60_000 - timings.audioStalledMs + 1);
    await play(audio, 10 * timings.maxPlayoutDelayMs);
    expect(counts).to.deep.equal({ checks: 0, late: 0 });
    stayOnTime();
    pass(60_000, 60_000 - timings.audioStalledMs);
    await play(audio, 10 * timings.maxPlayoutDelayMs);
    expect(counts).to.deep.equal({ checks: 1, late: 1 });
  });

  it("is checked without audio when the scripts were late", async () => {
    const { counts, pass, stayOnTime, play, video, removeAudio } = setUp();
    removeAudio();
    pass(timings.statsEveryMs + timings.scriptsStalledMs - 1, 0);
    await play(video, 10 * timings.maxPlayoutDelayMs);
    expect(counts).to.deep.equal({ checks: 0, late: 0 });
    stayOnTime();
    pass(timings.statsEveryMs + timings.scriptsStalledMs, 0);
    await play(video, 10 * timings.maxPlayoutDelayMs);
    expect(counts).to.deep.equal({ checks: 1, late: 1 });
  });

  it("is not checked when audio has only started: a newcomer's page is overloaded", async () => {
    const { counts, pass, play, audio, removeAudio, restoreAudio } = setUp();
    removeAudio();
    pass(timings.statsEveryMs, 0);
    audio.totalSamplesDuration = 0;
    restoreAudio();
    pass(timings.statsEveryMs + 10 * timings.scriptsStalledMs, 100);
    await play(audio, 10 * timings.maxPlayoutDelayMs);
    expect(counts).to.deep.equal({ checks: 0, late: 0 });
  });

  it("is not checked until scripts have been on time for a while: such a device is overloaded", async () => {
    const { counts, pass, stayOnTime, suspendFor, play, audio } = setUp();
    pass(timings.statsEveryMs + timings.overloadedLateMs, timings.statsEveryMs);
    stayOnTime(timings.onTimeForMs - timings.statsEveryMs);
    suspendFor(10 * timings.scriptsStalledMs);
    await play(audio, 10 * timings.maxPlayoutDelayMs);
    expect(counts).to.deep.equal({ checks: 0, late: 0 });
    stayOnTime();
    suspendFor(10 * timings.scriptsStalledMs);
    await play(audio, 10 * timings.maxPlayoutDelayMs);
    expect(counts).to.deep.equal({ checks: 1, late: 1 });
  });

  it("is not reported once the connection has ended", async () => {
    const { stop, counts, suspendFor, play, audio } = setUp();
    suspendFor(timings.scriptsStalledMs);
    stop.abort();
    await play(audio, 10 * timings.maxPlayoutDelayMs);
    expect(counts).to.deep.equal({ checks: 0, late: 0 });
  });
});
