import { expect } from "chai";
import { readMicrophone, seemsDead, unheardMicrophone } from "../../../src/meeting/devices/dead-microphone.ts";

/** "0" is a reading of zeros only, "1" one with sound. */
function judge(readings: string): boolean {
  return seemsDead(
    [...readings].reduce((before, reading) => readMicrophone(before, reading === "0"), unheardMicrophone),
  );
}

describe("a microphone", () => {
  it("seems dead after 10 s of zeros only", () => {
    expect(judge("0000")).to.equal(false);
    expect(judge("00000")).to.equal(true);
  });

  it("may pause for longer once it has given sound", () => {
    expect(judge(`1${"0".repeat(14)}`)).to.equal(false);
    expect(judge(`1${"0".repeat(15)}`)).to.equal(true);
  });

  it("is alive again with the first sound", () => {
    expect(judge("000001")).to.equal(false);
  });
});
