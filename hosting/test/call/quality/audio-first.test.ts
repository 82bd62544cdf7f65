import { expect } from "chai";
import { judgeAudioFirst, limitAudioBps, noPause, type AudioFirst } from "../../../src/call/quality/audio-first.ts";

describe("audio first", () => {
  let state: AudioFirst;
  let now: number;

  beforeEach(() => {
    state = noPause;
    now = 0;
  });

  /** A reading every two seconds. Returns the phase after each. */
  function pass(availableKbps: number | null, seconds: number, isCameraWanted = true): string[] {
    const phases: string[] = [];
    for (let passed = 0; passed < seconds; passed += 2) {
      now += 2_000;
      const availableBps = availableKbps === null ? null : availableKbps * 1_000;
      state = judgeAudioFirst(state, { availableBps }, isCameraWanted, now);
      phases.push(state.phase);
    }
    return phases;
  }

  /** Seconds until the phase, with this much available. */
  function secondsUntil(phase: AudioFirst["phase"], availableKbps: number): number {
    const startedAtMs = now;
    while (state.phase !== phase) {
      expect(now - startedAtMs, `until ${phase}`).to.be.below(600_000);
      pass(availableKbps, 2);
    }
    return (now - startedAtMs) / 1_000;
  }

  it("pauses the camera at the second reading in a row that is too narrow", () => {
    expect(pass(100, 4)).to.deep.equal(["both", "paused"]);
  });

  it("does not pause for one bad moment, or on a network that carries a small picture", () => {
    for (let round = 0; round < 10; round++) {
      pass(100, 2);
      pass(400, 2);
    }
    pass(200, 60);
    expect(state.phase).to.equal("both");
  });

  it("never pauses where the browser does not tell, or while nobody would see the picture", () => {
    expect(new Set(pass(null, 60))).to.deep.equal(new Set(["both"]));
    expect(new Set(pass(50, 60, false))).to.deep.equal(new Set(["both"]));
  });

  it("tries a picture after 16 s, and returns when the network carries it", () => {
    secondsUntil("paused", 80);
    expect(secondsUntil("trial", 80)).to.equal(16);
    expect(pass(250, 4)).to.deep.equal(["trial", "both"]);
  });

  it("ends a trial that shows nothing better, and waits twice as long each time, up to 2 minutes", () => {
    secondsUntil("paused", 80);
    const waits: number[] = [];
    for (let round = 0; round < 5; round++) {
      waits.push(secondsUntil("trial", 80));
      expect(secondsUntil("paused", 80)).to.equal(6);
    }
    expect(waits).to.deep.equal([16, 32, 64, 120, 120]);
  });

  it("waits longer when a return brings the trouble back, and forgets that after a good time", () => {
    secondsUntil("paused", 80);
    secondsUntil("both", 300);
    secondsUntil("paused", 80);
    expect(secondsUntil("trial", 80)).to.equal(32);
    secondsUntil("both", 300);
    pass(300, 60);
    secondsUntil("paused", 80);
    expect(secondsUntil("trial", 80)).to.equal(16);
  });

  it("does not try a camera that was turned off meanwhile, and tries at once when it is on again", () => {
    secondsUntil("paused", 80);
    expect(new Set(pass(300, 60, false))).to.deep.equal(new Set(["paused"]));
    expect(pass(300, 6)).to.deep.equal(["trial", "trial", "both"]);
  });

  it("ends a trial with the camera, not longer for it", () => {
    secondsUntil("trial", 80);
    expect(pass(80, 2, false)).to.deep.equal(["paused"]);
    expect(secondsUntil("trial", 80)).to.equal(16);
  });

  it("waits twice as long where even audio hardly fits", () => {
    secondsUntil("paused", 50);
    expect(secondsUntil("trial", 50)).to.equal(32);
  });

  it("gives audio fewer bits while it pauses, and fewest where it hardly fits", () => {
    const usual = limitAudioBps(noPause, 50_000);
    secondsUntil("paused", 100);
    const narrow = limitAudioBps(state, 100_000);
    expect(narrow).to.be.below(usual);
    expect(limitAudioBps(state, null)).to.equal(narrow);
    expect(limitAudioBps(state, 50_000)).to.be.within(6_000, narrow - 1);
  });
});
