import { expect } from "chai";
import { createDifficulty } from "../../src/app-check/difficulty.ts";
import { toCaller } from "../../src/caller.ts";

const base = 18;
const caller = toCaller("192.0.2.1");

describe("the difficulty", () => {
  it("doubles the work with each halving of a network's allowance, up to 16 times", () => {
    const difficultyOf = createDifficulty(() => 0);
    const asked = Array.from({ length: 400 }, () => difficultyOf(caller, base));
    const counts = [0, 1, 2, 3, 4].map((extra) => asked.filter((bits) => bits === base + extra).length);
    // The first one leaves 255 of 256.
    expect(counts).to.deep.equal([128, 64, 32, 16, 160]);
  });

  it("is the base for another network, and again for the same one after an hour", () => {
    let nowMs = 0;
    const difficultyOf = createDifficulty(() => nowMs);
    for (let asked = 0; asked < 300; asked += 1) difficultyOf(caller, base);
    expect(difficultyOf(toCaller("192.0.2.2"), base)).to.equal(base);
    expect(difficultyOf(caller, base)).to.equal(base + 4);
    nowMs = 60 * 60_000;
    expect(difficultyOf(caller, base)).to.equal(base);
  });

  it("grows for a whole IPv6 site too, later", () => {
    const difficultyOf = createDifficulty(() => 0);
    const from = (index: number) => toCaller(`2001:db8:1:${index.toString(16)}::1`);
    const asked = Array.from({ length: 256 * 20 }, (_, index) => difficultyOf(from(index), base));
    expect(asked.slice(0, 256 * 10).every((bits) => bits === base)).to.equal(true);
    expect(asked.at(-1)).to.equal(base + 4);
  });

  it("is the base where nobody is told apart", () => {
    const difficultyOf = createDifficulty(() => 0);
    for (let asked = 0; asked < 1_000; asked += 1) expect(difficultyOf([], base)).to.equal(base);
  });
});
