import { expect } from "chai";
import { parseSound } from "../../src/meeting/sound-choice.ts";

describe("the remembered choice of sound processing", () => {
  it("is what was written", () => {
    const chosen = { echoCancellation: true, noiseSuppression: false, autoGainControl: true };
    expect(parseSound(JSON.stringify(chosen))).to.deep.equal(chosen);
  });

  it("is the default where nothing, or nothing that is understood, was written", () => {
    for (const text of [null, "", "{", "null", "7", "[]", '{"noiseSuppression":"off"}']) {
      expect(parseSound(text)).to.deep.equal({});
    }
  });

  it("leaves out what is not known", () => {
    expect(parseSound('{"noiseSuppression":false,"reverb":true}')).to.deep.equal({ noiseSuppression: false });
  });
});
