import { expect } from "chai";
import { createMessageAllowance, type MessageKind } from "../../../src/call/peer/message-allowance.ts";
import { createManualClock } from "../../platform/manual-clock.ts";

describe("the allowance of messages", () => {
  const setUp = () => {
    const clock = createManualClock();
    const allowance = createMessageAllowance(clock);
    /** How many of so many are allowed at once. */
    const take = (kind: MessageKind, count: number) =>
      Array.from({ length: count }, () => allowance.take(kind)).filter(Boolean).length;
    return { clock, take };
  };

  for (const [what, kind, count] of [
    ["20 minutes of pings, after a sleep", "ping", 600],
    ["as many answers", "pong", 600],
    ["20 minutes of reports", "report", 600],
    ["a key pressed 200 times", "state", 200],
    ["a window that is resized all the time", "wish", 200],
    ["25 negotiations", "signal", 100],
    ["everybody that a room remembers as removed", "removed", 100],
  ] as const) {
    it(`is enough at once for ${what}`, () => expect(setUp().take(kind, count)).to.equal(count));
  }

  it("is enough for ever for what pages send by themselves, and for a fast hand", () => {
    const { clock, take } = setUp();
    for (const kind of ["ping", "pong", "report", "state"] as const) take(kind, 1_000);
    for (let second = 0; second < 600; second++) {
      clock.advance(1_000);
      for (const kind of ["ping", "pong", "report"] as const) expect(take(kind, 1), kind).to.equal(1);
      expect(take("state", 10)).to.equal(10);
    }
  });

  it("is bounded for each kind alone, whatever was saved up before", () => {
    const { clock, take } = setUp();
    clock.advance(86_400_000);
    expect(take("state", 5_000)).to.equal(200);
    expect(take("signal", 5_000)).to.equal(100);
    expect(take("unknown", 5_000)).to.equal(200);
    expect(take("ping", 5_000)).to.equal(600);
  });
});
