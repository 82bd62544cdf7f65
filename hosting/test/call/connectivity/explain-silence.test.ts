import { expect } from "chai";
import { explainSilence } from "../../../src/call/connectivity/explain-silence.ts";

const evidence = { isOwnNetworkLost: false, isPageStalled: false, silent: 1, entered: 3 };

describe("why somebody is silent", () => {
  it("is sleep when the browser answers and the page does not", () => {
    expect(explainSilence({ ...evidence, isPageStalled: true })).to.equal("asleep");
  });

  it("is their network when only they are gone", () => {
    expect(explainSilence(evidence)).to.equal("network-there");
    expect(explainSilence({ ...evidence, silent: 1, entered: 1 })).to.equal("network-there");
  });

  it("is the own network when it is known to be lost, or when everybody is gone at once", () => {
    expect(explainSilence({ ...evidence, isOwnNetworkLost: true })).to.equal("network-here");
    expect(explainSilence({ ...evidence, silent: 3 })).to.equal("network-here");
  });
});
