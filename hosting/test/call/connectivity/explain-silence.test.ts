import { expect } from "chai";
import { explainSilence } from "../../../src/call/connectivity/explain-silence.ts";

const evidence = { isOwnNetworkLost: false, isPageStalled: false, silent: 1, entered: 3 };

describe("why a participant is silent", () => {
  it("is sleep when the browser answers ICE checks and the page does not", () => {
    expect(explainSilence({ ...evidence, isPageStalled: true })).to.equal("asleep");
  });

  it("is the remote network when only that participant is gone", () => {
    expect(explainSilence(evidence)).to.equal("network-there");
    expect(explainSilence({ ...evidence, silent: 1, entered: 1 })).to.equal("network-there");
  });

  it("is the local network when it is known to be lost, or when everybody is gone at once", () => {
    expect(explainSilence({ ...evidence, isOwnNetworkLost: true })).to.equal("network-here");
    expect(explainSilence({ ...evidence, silent: 3 })).to.equal("network-here");
  });
});
