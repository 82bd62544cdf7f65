import { expect } from "chai";
import { nameMediaDelay, watchDelay } from "../../src/media/media-delay.ts";
import { createManualClock } from "../platform/manual-clock.ts";

describe("a media delay", () => {
  it("is 'slow' only where the browser has nothing to ask", () => {
    expect(nameMediaDelay(["granted"])).to.equal("slow");
    expect(nameMediaDelay(["granted", "granted"])).to.equal("slow");
    expect(nameMediaDelay(["granted", "prompt"])).to.equal("unanswered");
    expect(nameMediaDelay([null])).to.equal("unanswered");
  });

  it("is reported after 3 s", async () => {
    const clock = createManualClock();
    const delays: string[] = [];
    const reported = new Promise<void>((resolve) => {
      watchDelay(clock, ["audio"], (delay) => {
        delays.push(delay);
        resolve();
      });
    });
    clock.advance(2_999);
    expect(delays).to.deep.equal([]);
    clock.advance(1);
    await reported;
    // No browser here tells of a permission.
    expect(delays).to.deep.equal(["unanswered"]);
  });

  it("is not reported of a request that has ended, even while the permission is being read", async () => {
    const clock = createManualClock();
    const delays: string[] = [];
    const endEarly = watchDelay(clock, ["audio"], (delay) => delays.push(delay));
    const endLate = watchDelay(clock, ["video"], (delay) => delays.push(delay));
    endEarly();
    clock.advance(3_000);
    endLate();
    await new Promise((resolve) => setImmediate(resolve));
    expect(delays).to.deep.equal([]);
  });
});
