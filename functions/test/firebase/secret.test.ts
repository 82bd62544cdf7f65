import { expect } from "chai";
import { Timestamp } from "firebase-admin/firestore";
import {
  callerID,
  createSecret,
  delayAfter,
  delayForAllAfter,
  waitMs,
  addFailure,
  type Secret,
} from "../../src/firebase/secret.ts";

const fresh = createSecret({ hostKeyHash: "host", passwordHash: "password", salt: "salt" });
const failing = (secret: Secret, caller: string, failures: number, nowMs: number): Secret =>
  Array.from({ length: failures }).reduce<Secret>((last) => ({ ...last, ...addFailure(last, caller, nowMs) }), secret);

describe("attempts at a password", () => {
  it("are free twice, then cause a delay that doubles up to a minute, then a lock-out of 15 minutes", () => {
    expect([1, 2, 3, 4, 5, 8, 9, 10, 500].map(delayAfter)).to.deep.equal([
      0, 0, 1_000, 2_000, 4_000, 32_000, 60_000, 900_000, 900_000,
    ]);
  });

  it("delay their own caller first, and everybody if there are too many", () => {
    const one = failing(fresh, "a", 20, 10_000);
    expect([waitMs(one, "a", 10_000), waitMs(one, "b", 10_000)]).to.deep.equal([900_000, 0]);
    const many = Array.from({ length: 30 }, (_, index) => `caller ${index}`).reduce(
      (last, caller) => failing(last, caller, 1, 10_000),
      fresh,
    );
    expect(waitMs(many, "b", 10_000)).to.equal(1_000);
    expect([29, 30, 31, 99].map(delayForAllAfter)).to.deep.equal([0, 1_000, 2_000, 60_000]);
  });

  it("are followed by a delay from the last one on", () => {
    const secret = failing(fresh, "a", 4, 10_000);
    expect([10_000, 11_999, 12_000].map((nowMs) => waitMs(secret, "a", nowMs))).to.deep.equal([2_000, 1, 0]);
  });

  it("are forgotten half an hour after the last one", () => {
    const later = addFailure(failing(fresh, "a", 9, 0), "a", 30 * 60_000).attempts;
    expect([later.all?.failures, later.byCaller["a"]?.failures]).to.deep.equal([1, 1]);
    expect(later.all?.lastAt).to.deep.equal(Timestamp.fromMillis(30 * 60_000));
  });

  it("are remembered for the latest hundred callers", () => {
    const many = Array.from({ length: 150 }, (_, index) => index).reduce(
      (last, index) => failing(last, `caller ${index}`, 1, index),
      fresh,
    );
    const remembered = Object.keys(many.attempts.byCaller);
    expect(remembered).to.have.length(100).and.to.include("caller 149").and.not.include("caller 49");
    expect(many.attempts.all?.failures).to.equal(150);
  });

  it("identify a caller without revealing the address, differently in each room", () => {
    const id = callerID(fresh, "192.0.2.1");
    expect(id).to.equal(callerID(fresh, "192.0.2.1")).and.not.include("192");
    expect(id).not.to.equal(callerID({ salt: "other" }, "192.0.2.1"));
    expect(id).not.to.equal(callerID(fresh, "192.0.2.2"));
  });
});
