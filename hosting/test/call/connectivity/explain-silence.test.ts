import { expect } from "chai";
import { explainSilence } from "../../../src/call/connectivity/explain-silence.ts";

const evidence = { isOffline: false, isServerLost: false, isPageStalled: false, silent: 1, entered: 3 };
const alone = { ...evidence, entered: 1 };

describe("why a participant is silent", () => {
  it("is sleep when the browser answers ICE checks and the page does not", () => {
    expect(explainSilence({ ...evidence, isPageStalled: true })).to.equal("asleep");
  });

  it("is the remote network when only that participant is gone", () => {
    expect(explainSilence(evidence)).to.equal("network-there");
    expect(explainSilence(alone)).to.equal("network-there");
  });

  it("is the remote network while anybody is heard, with or without the server", () => {
    expect(explainSilence({ ...evidence, isServerLost: true })).to.equal("network-there");
    expect(explainSilence({ ...evidence, isOffline: true })).to.equal("network-there");
  });

  it("is the local network when everybody is gone at once, or the server too", () => {
    expect(explainSilence({ ...evidence, silent: 3 })).to.equal("network-here");
    expect(explainSilence({ ...alone, isServerLost: true })).to.equal("network-here");
  });

  it("is certain only when nobody is heard and the browser says that it is offline", () => {
    expect(explainSilence({ ...alone, isOffline: true, isServerLost: true })).to.equal("offline");
  });
});
