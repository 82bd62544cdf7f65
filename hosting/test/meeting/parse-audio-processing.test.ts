import { expect } from "chai";
import { parseAudioProcessing } from "../../src/meeting/parse-audio-processing.ts";

describe("parseAudioProcessing", () => {
  it("returns what was written", () => {
    const chosen = { echoCancellation: true, noiseSuppression: false, autoGainControl: true };
    expect(parseAudioProcessing(JSON.stringify(chosen))).to.deep.equal(chosen);
  });

  it("returns the default when nothing valid was written", () => {
    for (const text of [null, "", "{", "null", "7", "[]", '{"noiseSuppression":"off"}']) {
      expect(parseAudioProcessing(text)).to.deep.equal({});
    }
  });

  it("omits unknown parts", () => {
    expect(parseAudioProcessing('{"noiseSuppression":false,"reverb":true}')).to.deep.equal({ noiseSuppression: false });
  });
});
