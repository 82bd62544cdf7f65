import { expect } from "chai";
import { createSpeechMeter } from "../../../../src/screens/call/speaking/speech-meter.ts";

const stepMs = 100;

/** Adds levels, one for each step. Returns the time spoken at the end, in ms. */
function hear(levels: readonly number[], meter = createSpeechMeter()): number {
  return levels.reduce((_spoken, level, index) => meter.add(level, index * stepMs), 0);
}

const speech = (steps: number) => Array.from({ length: steps }, () => 0.7);
const silence = (steps: number) => Array.from({ length: steps }, () => 0.05);

describe("the meter of speech", () => {
  it("adds up what is spoken", () => {
    expect(hear(speech(21))).to.be.closeTo(2_000, 1);
  });

  it("lets somebody breathe", () => {
    expect(hear([...speech(11), ...silence(5), ...speech(10)])).to.be.above(1_500);
  });

  it("forgets a cough, and never owes anything", () => {
    const meter = createSpeechMeter();
    expect(hear([...speech(3), ...silence(20)], meter)).to.equal(0);
    expect(meter.add(0.7, 2_300)).to.be.closeTo(stepMs, 1);
  });

  it("takes a short beep in every second for no speech", () => {
    const seconds = Array.from({ length: 60 }, () => [...speech(2), ...silence(8)]).flat();
    expect(hear(seconds)).to.be.below(500);
  });

  it("has heard nothing while the page was suspended", () => {
    const meter = createSpeechMeter();
    meter.add(0.7, 0);
    expect(meter.add(0.7, 60_000)).to.be.at.most(500);
  });
});
