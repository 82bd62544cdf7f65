import { expect } from "chai";
import { createSpeechHold, createSpeechMeter } from "../../../../src/screens/call/speaking/speech-meter.ts";

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

describe("whether somebody speaks", () => {
  it("is so at the first loud moment, through the gaps, and no more after some quiet", () => {
    const hold = createSpeechHold();
    const heard = [0.05, 0.7, 0.05, 0.05, 0.7, ...silence(5)].map((level, index) => hold.add(level, index * 200));
    expect(heard).to.deep.equal([false, true, true, true, true, true, true, true, false, false]);
  });

  it("is forgotten with the microphone that has heard it", () => {
    const hold = createSpeechHold();
    hold.add(0.7, 0);
    hold.reset();
    expect(hold.add(0.05, 100)).to.equal(false);
  });
});
