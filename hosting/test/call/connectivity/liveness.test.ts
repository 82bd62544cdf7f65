import { expect } from "chai";
import { judgeLiveness, startHeartbeat } from "../../../src/call/connectivity/liveness.ts";
import { timings } from "../../../src/call/timings.ts";
import { createManualClock } from "../../platform/manual-clock.ts";

describe("liveness", () => {
  it("is alive, then silent, then lost when nothing is heard", () => {
    expect(judgeLiveness(0, false)).to.equal("alive");
    expect(judgeLiveness(timings.silentAfterMs - 1, false)).to.equal("alive");
    expect(judgeLiveness(timings.silentAfterMs, false)).to.equal("silent");
    expect(judgeLiveness(timings.lostAfterMs - 1, true)).to.equal("silent");
    expect(judgeLiveness(timings.lostAfterMs, false)).to.equal("lost");
  });

  it("is silent immediately when the connection is disconnected", () => {
    expect(judgeLiveness(0, true)).to.equal("silent");
  });
});

describe("the heartbeat", () => {
  const ignored = { onBeat: () => {}, onLimit: () => {} };

  it("beats and counts the time since something was heard", () => {
    const clock = createManualClock();
    const beats: number[] = [];
    const heartbeat = startHeartbeat(clock, { ...ignored, onBeat: (count) => beats.push(count) });
    clock.advance(3 * timings.heartbeatMs);
    expect(beats).to.deep.equal([0, 1, 2]);
    expect(heartbeat.sinceHeardMs).to.equal(3 * timings.heartbeatMs);
    heartbeat.heard();
    expect(heartbeat.sinceHeardMs).to.equal(0);
  });

  it("reports a limit exactly when it is reached, also between two beats", () => {
    const clock = createManualClock();
    const limits: number[] = [];
    const heartbeat = startHeartbeat(clock, { ...ignored, onLimit: () => limits.push(heartbeat.sinceHeardMs) });
    clock.advance(timings.heartbeatMs / 2);
    heartbeat.heard();
    clock.advance(2 * timings.lostAfterMs);
    expect(limits).to.deep.equal([timings.silentAfterMs, timings.lostAfterMs]);
  });

  it("does not take the end of its own stall for a limit", () => {
    const clock = createManualClock();
    let limits = 0;
    const heartbeat = startHeartbeat(clock, { ...ignored, onLimit: () => limits++ });
    clock.advance(timings.heartbeatMs / 2);
    heartbeat.heard();
    clock.advance(timings.silentAfterMs - timings.heartbeatMs / 4);
    clock.freeze(60_000);
    clock.advance(timings.heartbeatMs);
    expect(limits).to.equal(0);
  });

  it("does not count the time during which the page itself was stalled", () => {
    const clock = createManualClock();
    let limits = 0;
    const heartbeat = startHeartbeat(clock, { ...ignored, onLimit: () => limits++ });
    clock.advance(timings.heartbeatMs);
    clock.freeze(60_000);
    clock.advance(timings.heartbeatMs);
    expect(heartbeat.sinceHeardMs).to.be.lessThan(timings.silentAfterMs);
    expect(limits).to.equal(0);
    clock.advance(timings.lostAfterMs);
    expect(heartbeat.sinceHeardMs).to.be.at.least(timings.lostAfterMs);
  });

  it("stops", () => {
    const clock = createManualClock();
    let beats = 0;
    startHeartbeat(clock, { onBeat: () => beats++, onLimit: () => beats++ }).stop();
    clock.advance(10 * timings.heartbeatMs);
    expect(beats).to.equal(0);
  });
});
