import { expect } from "chai";
import { isBandwidthShort, judgeOverload, noOverload, type Overload } from "../../../src/call/quality/cpu-overuse.ts";

describe("stepping down on overload", () => {
  let overload: Overload;
  let now: number;

  beforeEach(() => {
    overload = noOverload;
    now = 0;
  });

  /** Judges every two seconds. Returns the steps after each time. */
  function pass(isOverloaded: boolean, seconds: number): number[] {
    const stepsDown: number[] = [];
    for (let passed = 0; passed < seconds; passed += 2) {
      now += 2_000;
      overload = judgeOverload(overload, isOverloaded, now);
      stepsDown.push(overload.stepsDown);
    }
    return stepsDown;
  }

  it("counts bandwidth only where the target bitrate is less than half of the planned one", () => {
    expect(isBandwidthShort({ limitation: "bandwidth", targetBps: 300_000 }, 650_000)).to.equal(true);
    expect(isBandwidthShort({ limitation: "bandwidth", targetBps: 500_000 }, 650_000)).to.equal(false);
    expect(isBandwidthShort({ limitation: "none", targetBps: 100_000 }, 650_000)).to.equal(false);
    expect(isBandwidthShort({ limitation: "bandwidth", targetBps: null }, 650_000)).to.equal(false);
  });

  it("takes some seconds of overload", () => {
    expect(pass(true, 6)).to.deep.equal([0, 0, 0]);
    expect(pass(true, 2)).to.deep.equal([1]);
  });

  it("is not caused by overload that comes and goes", () => {
    for (let round = 0; round < 10; round++) {
      pass(true, 4);
      pass(false, 2);
    }
    expect(overload.stepsDown).to.equal(0);
  });

  it("goes on while the overload does, and stops at the bottom", () => {
    pass(true, 100);
    expect(overload.stepsDown).to.equal(4);
  });

  it("is undone one step at a time after a longer time without overload", () => {
    pass(true, 16);
    expect(overload.stepsDown).to.equal(2);
    expect(pass(false, 16).at(-1)).to.equal(2);
    expect(pass(false, 2)).to.deep.equal([1]);
    pass(false, 18);
    expect(overload.stepsDown).to.equal(0);
  });

  it("is undone later each time a step up brings the overload back", () => {
    const recoveries: number[] = [];
    for (let round = 0; round < 5; round++) {
      while (overload.stepsDown < 1) pass(true, 2);
      let seconds = 0;
      while (overload.stepsDown > 0) {
        pass(false, 2);
        seconds += 2;
      }
      recoveries.push(seconds);
    }
    expect(recoveries).to.deep.equal([18, 32, 62, 122, 122]);
  });
});
