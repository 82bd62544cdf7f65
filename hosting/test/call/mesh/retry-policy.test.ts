import { expect } from "chai";
import { allowMs, countEnd, noTries, waitMs } from "../../../src/call/mesh/retry-policy.ts";
import { timings } from "../../../src/call/timings.ts";

describe("the pace of attempts", () => {
  it("slows down towards whom nobody has ever reached", () => {
    let tries = { ...noTries, lastAttemptAtMs: 0 };
    const waits = [0, 1, 2, 3, 4, 5, 6].map((nowMs) => {
      tries = { ...countEnd(tries, "failed", false, nowMs), lastAttemptAtMs: nowMs };
      return waitMs(tries, "failed", nowMs);
    });
    expect(waits).to.deep.equal([...waits].sort((one, other) => one - other));
    expect(waits.at(-1)).to.equal(timings.longestRetryMs);
  });

  it("stays steady towards who was there, until it has been missed for too long", () => {
    let tries = countEnd({ ...noTries, lastAttemptAtMs: 0 }, "lost", true, 1_000);
    expect(waitMs(tries, "lost", 1_000)).to.equal(0);
    for (let attempt = 1; attempt <= 20; attempt++) {
      tries = { ...countEnd(tries, "failed", false, attempt * 20_000), lastAttemptAtMs: attempt * 20_000 };
      expect(waitMs(tries, "failed", attempt * 20_000)).to.equal(timings.missedEveryMs);
      expect(waitMs(tries, "failed", attempt * 20_000 + timings.missedOpenWithinMs)).to.equal(0);
      expect(allowMs(tries, attempt * 20_000).answerWithinMs).to.equal(timings.missedAnswerWithinMs);
    }
    expect(waitMs(tries, "failed", 1_000 + timings.missedForMs)).to.equal(timings.longestRetryMs);
  });
});
