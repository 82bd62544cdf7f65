import { expect } from "chai";
import { countUnheard, isUnheardAfter } from "../../../../src/screens/call/people/unheard.ts";

type Read = Parameters<typeof countUnheard>[1];

const read = (audio: "sound" | "silence" | "none", isMicrophoneOn = true, status: Read["status"] = "connected") =>
  ({ status, constraints: { audio: isMicrophoneOn, video: true, screen: false }, stats: { audio } }) as Read;

const isUnheard = (...readings: Read[]) => isUnheardAfter(readings.reduce(countUnheard, 0));

describe("a participant", () => {
  it("is unheard when its microphone is on and nothing has arrived twice in a row", () => {
    expect(isUnheard(read("none"))).to.equal(false);
    expect(isUnheard(read("none"), read("none"))).to.equal(true);
    expect(isUnheard(read("none"), read("silence"), read("none"))).to.equal(false);
  });

  it("is not unheard while it is muted, silent because of the network, or not read yet", () => {
    for (const quiet of [read("none", false), read("none", true, "silent"), { ...read("none"), stats: null }]) {
      expect(isUnheard(quiet, quiet, quiet)).to.equal(false);
    }
  });
});
