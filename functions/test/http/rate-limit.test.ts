import { expect } from "chai";
import { createRateLimit } from "../../src/http/rate-limit.ts";

describe("a rate limit", () => {
  it("reports the seconds until the next token", () => {
    let nowMs = 0;
    const limit = createRateLimit(6, () => nowMs);
    for (let taken = 0; taken < 6; taken += 1) {
      expect(limit.take("a").waitSeconds).to.equal(0);
    }
    expect(limit.take("a").waitSeconds).to.equal(10);
    nowMs += 9_000;
    expect(limit.take("a").waitSeconds).to.equal(1);
    nowMs += 1_000;
    expect(limit.take("a").waitSeconds).to.equal(0);
  });

  it("saves at most the tokens of one minute", () => {
    let nowMs = 0;
    const limit = createRateLimit(2, () => nowMs);
    limit.take("a");
    nowMs += 3_600_000;
    expect([limit.take("a").waitSeconds, limit.take("a").waitSeconds]).to.deep.equal([0, 0]);
    expect(limit.take("a").waitSeconds).to.be.above(0);
  });

  it("forgets the least recent caller if there are too many", () => {
    const limit = createRateLimit(1, () => 0);
    limit.take("first");
    for (let caller = 0; caller < 10_000; caller += 1) {
      limit.take(`caller ${caller}`);
    }
    expect(limit.take("first").waitSeconds, "forgotten").to.equal(0);
    expect(limit.take("caller 9999").waitSeconds, "remembered").to.be.above(0);
  });

  it("forgets everybody when its key changes, every hour", () => {
    let nowMs = 0;
    const limit = createRateLimit(1, () => nowMs);
    nowMs = 60 * 60_000 - 1;
    expect(limit.take("a").waitSeconds).to.equal(0);
    expect(limit.take("a").waitSeconds).to.be.above(0);
    nowMs += 1;
    expect(limit.take("a").waitSeconds).to.equal(0);
  });

  it("reports the remaining tokens, and when the bucket is full again", () => {
    let nowMs = 0;
    const limit = createRateLimit(6, () => nowMs);
    expect(limit.take("a")).to.deep.equal({ waitSeconds: 0, remaining: 5, resetSeconds: 10 });
    for (let taken = 1; taken < 6; taken += 1) limit.take("a");
    expect(limit.take("a")).to.deep.equal({ waitSeconds: 10, remaining: 0, resetSeconds: 60 });
    nowMs += 60_000;
    expect(limit.take("a")).to.deep.equal({ waitSeconds: 0, remaining: 5, resetSeconds: 10 });
  });
});
