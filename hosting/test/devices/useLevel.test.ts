import { expect } from "chai";
import { levelOf } from "../../src/devices/useLevel.ts";

function tone(amplitude: number): Float32Array {
  return Float32Array.from({ length: 1024 }, (_, index) => amplitude * Math.sin(index / 5));
}

describe("levelOf", () => {
  it("is zero for silence and for no samples", () => {
    expect(levelOf(tone(0))).to.equal(0);
    expect(levelOf(new Float32Array(0))).to.equal(0);
  });

  it("grows with loudness and ends at 1", () => {
    const levels = [0.005, 0.05, 0.2, 1].map((amplitude) => levelOf(tone(amplitude)));
    expect([...levels].sort((a, b) => a - b)).to.deep.equal(levels);
    expect(levels[0]).to.be.greaterThan(0);
    expect(levels.at(-1)).to.equal(1);
  });
});
