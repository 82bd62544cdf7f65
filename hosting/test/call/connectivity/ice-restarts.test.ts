import { expect } from "chai";
import { createIceRestarts } from "../../../src/call/connectivity/ice-restarts.ts";
import { timings } from "../../../src/call/timings.ts";
import { createManualClock } from "../../platform/manual-clock.ts";

describe("ICE restarts", () => {
  function start(isPolite: boolean) {
    const clock = createManualClock();
    const state = { isCut: false, mayRestart: true, restarted: 0 };
    const restarts = createIceRestarts({
      clock,
      isPolite,
      isCut: () => state.isCut,
      mayRestart: () => state.mayRestart,
      restart: () => state.restarted++,
    });
    const pass = (ms: number) => {
      for (let passed = 0; passed < ms; passed += timings.heartbeatMs) {
        clock.advance(timings.heartbeatMs);
        restarts.review();
      }
    };
    return { clock, state, restarts, pass };
  }

  it("come immediately, and again at a steady pace while the connection is lost", () => {
    const { state, restarts, pass } = start(false);
    restarts.review();
    pass(30_000);
    expect(state.restarted).to.equal(0);
    state.isCut = true;
    restarts.review();
    expect(state.restarted).to.equal(1);
    pass(3 * timings.restartEveryMs);
    expect(state.restarted).to.equal(4);
    state.isCut = false;
    pass(30_000);
    expect(state.restarted).to.equal(4);
  });

  it("are left to the impolite peer, unless it has no success", () => {
    const { state, restarts, pass } = start(true);
    state.isCut = true;
    restarts.review();
    pass(timings.politeRestartAfterMs - timings.heartbeatMs);
    expect(state.restarted).to.equal(0);
    restarts.handleNegotiated();
    pass(timings.restartEveryMs + timings.politeRestartAfterMs - timings.heartbeatMs);
    expect(state.restarted).to.equal(0);
    pass(timings.heartbeatMs);
    expect(state.restarted).to.equal(1);
  });

  it("wait until the server is reachable, and then come immediately", () => {
    const { state, restarts, pass } = start(false);
    Object.assign(state, { isCut: true, mayRestart: false });
    pass(30_000);
    expect(state.restarted).to.equal(0);
    state.mayRestart = true;
    restarts.restartNow();
    expect(state.restarted).to.equal(1);
    restarts.restartNow();
    expect(state.restarted).to.equal(1);
  });
});
