import { createHash, randomBytes } from "node:crypto";
import { expect } from "chai";
import { findCounter } from "../../../src/api/app-check/find-counter.ts";

function countZeroBits(challenge: string, counter: number): number {
  return Math.clz32(createHash("sha256").update(`${challenge}.${counter}`).digest().readUInt32BE(0));
}

describe("the work for a token", () => {
  for (const bits of [1, 4, 7, 8, 9, 12]) {
    it(`finds the first counter whose hash begins with ${bits} zero bits`, () => {
      for (let times = 0; times < 3; times += 1) {
        const challenge = randomBytes(29).toString("base64url");
        const found = findCounter(challenge, bits);
        expect(countZeroBits(challenge, found)).to.be.at.least(bits);
        const earlier = Array.from({ length: found }, (_, counter) => countZeroBits(challenge, counter));
        expect(earlier.every((zeros) => zeros < bits)).to.equal(true);
      }
    });
  }
});
