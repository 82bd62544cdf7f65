import { expect } from "chai";
import { readNetworkHints, watchNetwork, wakeTimings } from "../../src/platform/network-watch.ts";
import { createManualClock } from "./manual-clock.ts";

describe("hints of a returning network", () => {
  function start() {
    const clock = createManualClock();
    const controller = new AbortController();
    const page = new EventTarget();
    const connection = new EventTarget();
    const document = Object.assign(new EventTarget(), { visibilityState: "hidden" as DocumentVisibilityState });
    const seen = { returns: 0, sleptMs: 0 };
    watchNetwork({
      clock,
      hints: { page, document, connection, now: () => clock.now() + seen.sleptMs },
      onReturn: () => seen.returns++,
      signal: controller.signal,
    });
    return { clock, controller, page, connection, document, seen };
  }

  it("come from the browser, and from a page that becomes visible again", () => {
    const { page, connection, document, seen } = start();
    page.dispatchEvent(new Event("online"));
    connection.dispatchEvent(new Event("change"));
    expect(seen.returns).to.equal(2);
    document.dispatchEvent(new Event("visibilitychange"));
    expect(seen.returns).to.equal(2);
    document.visibilityState = "visible";
    document.dispatchEvent(new Event("visibilitychange"));
    expect(seen.returns).to.equal(3);
  });

  it("come from a device that has slept, whether or not its clock stopped", () => {
    const { clock, seen } = start();
    clock.advance(60_000);
    expect(seen.returns).to.equal(0);
    seen.sleptMs += 30_000;
    clock.advance(wakeTimings.checkEveryMs);
    expect(seen.returns).to.equal(1);
    clock.advance(wakeTimings.checkEveryMs);
    clock.freeze(30_000);
    clock.advance(wakeTimings.checkEveryMs);
    expect(seen.returns).to.equal(2);
    clock.advance(60_000);
    expect(seen.returns).to.equal(2);
  });

  it("come from a clock that is set, either way", () => {
    const { clock, seen } = start();
    clock.advance(60_000);
    for (const [count, jumpMs] of [-720_000, 216_000, -5_000].entries()) {
      seen.sleptMs += jumpMs;
      clock.advance(wakeTimings.checkEveryMs);
      expect(seen.returns, `${jumpMs} ms`).to.equal(count + 1);
      clock.advance(10 * wakeTimings.checkEveryMs);
      expect(seen.returns).to.equal(count + 1);
    }
  });

  it("do not come from the pauses of an overloaded device", () => {
    const { clock, seen } = start();
    const pauseFor = (ms: number) => {
      clock.freeze(ms);
      clock.advance(0);
    };
    pauseFor(wakeTimings.checkEveryMs + wakeTimings.overloadedLateMs);
    for (let pauses = 0; pauses < 5; pauses++) pauseFor(30_000);
    expect(seen.returns).to.equal(0);
    clock.advance(wakeTimings.checkEveryMs);
    pauseFor(30_000);
    expect(seen.returns).to.equal(1);
  });

  it("do not come once the call has ended", () => {
    const { clock, controller, page, seen } = start();
    controller.abort();
    page.dispatchEvent(new Event("online"));
    seen.sleptMs += 30_000;
    clock.advance(60_000);
    expect(seen.returns).to.equal(0);
  });

  it("do not exist outside a browser", () => {
    expect(readNetworkHints().document).to.equal(null);
  });
});
