import { expect } from "chai";
import { Timestamp } from "firebase-admin/firestore";
import { createSecret, delayAfter, waitMs, withFailure, withSuccess, type Secret } from "../../src/firebase/secret.ts";

const fresh = createSecret("host", "password");
const after = (failures: number, nowMs: number): Secret => {
  let secret = fresh;
  for (let failure = 0; failure < failures; failure += 1) {
    secret = { ...secret, ...withFailure(secret, nowMs) };
  }
  return secret;
};

describe("attempts at a password", () => {
  it("are free twice, then cost a delay that doubles up to a minute", () => {
    expect([1, 2, 3, 4, 5, 8, 9, 10, 500].map(delayAfter)).to.deep.equal([
      0, 0, 1_000, 2_000, 4_000, 32_000, 60_000, 60_000, 60_000,
    ]);
  });

  it("count the delay from the last one", () => {
    const secret = after(4, 10_000);
    expect(secret.attempts).to.deep.equal({ failures: 4, retryAt: Timestamp.fromMillis(12_000) });
    expect([waitMs(secret, 10_000), waitMs(secret, 11_999), waitMs(secret, 12_000)]).to.deep.equal([2_000, 1, 0]);
  });

  it("are forgotten after the right one, with a write only where one is needed", () => {
    expect(withSuccess(after(4, 0))).to.deep.equal({ attempts: { failures: 0, retryAt: null } });
    expect(withSuccess(fresh)).to.equal(undefined);
  });
});
