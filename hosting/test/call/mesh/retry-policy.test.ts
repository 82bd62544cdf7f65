import { expect } from "chai";
import { countEnd, nextRetryDelayMs, noAttempts, setupLimitsMs } from "../../../src/call/mesh/retry-policy.ts";
import { timings } from "../../../src/call/timings.ts";

describe("the retry policy", () => {
  it("slows down for a participant that was never reached", () => {
    let attempts = { ...noAttempts, lastAttemptAtMs: 0 };
    const waits = [0, 1, 2, 3, 4, 5, 6].map((nowMs) => {
      attempts = { ...countEnd(attempts, "failed", false, nowMs), lastAttemptAtMs: nowMs };
      return nextRetryDelayMs(attempts, "failed", nowMs);
    });
    expect(waits).to.deep.equal([...waits].sort((one, other) => one - other));
    expect(waits.at(-1)).to.equal(timings.longestRetryMs);
  });

  it("stays steady for a missed participant, until it has been missed for too long", () => {
    let attempts = countEnd({ ...noAttempts, lastAttemptAtMs: 0 }, "lost", true, 1_000);
    expect(nextRetryDelayMs(attempts, "lost", 1_000)).to.equal(0);
    for (let attempt = 1; attempt <= 20; attempt++) {
      attempts = { ...countEnd(attempts, "failed", false, attempt * 20_000), lastAttemptAtMs: attempt * 20_000 };
      expect(nextRetryDelayMs(attempts, "failed", attempt * 20_000)).to.equal(timings.missedEveryMs);
      expect(nextRetryDelayMs(attempts, "failed", attempt * 20_000 + timings.missedOpenWithinMs)).to.equal(0);
      expect(setupLimitsMs(attempts, attempt * 20_000).answerWithinMs).to.equal(timings.missedAnswerWithinMs);
    }
    expect(nextRetryDelayMs(attempts, "failed", 1_000 + timings.missedForMs)).to.equal(timings.longestRetryMs);
  });
});
