import { expect } from "chai";
import { isLineShort, judgeStrain, noStrain, type Strain } from "../../../src/call/quality/cpu-overuse.ts";

describe("stepping down under strain", () => {
  let strain: Strain;
  let now: number;

  beforeEach(() => {
    strain = noStrain;
    now = 0;
  });

  /** Looks every two seconds; answers the steps after each look. */
  function look(isStrained: boolean, seconds: number): number[] {
    const steps: number[] = [];
    for (let passed = 0; passed < seconds; passed += 2) {
      now += 2_000;
      strain = judgeStrain(strain, isStrained, now);
      steps.push(strain.steps);
    }
    return steps;
  }

  it("counts bandwidth only where the line carries less than half of what is planned", () => {
    expect(isLineShort({ limitation: "bandwidth", targetBps: 300_000 }, 650_000)).to.equal(true);
    expect(isLineShort({ limitation: "bandwidth", targetBps: 500_000 }, 650_000)).to.equal(false);
    expect(isLineShort({ limitation: "none", targetBps: 100_000 }, 650_000)).to.equal(false);
    expect(isLineShort({ limitation: "bandwidth", targetBps: null }, 650_000)).to.equal(false);
  });

  it("takes some seconds of it", () => {
    expect(look(true, 6)).to.deep.equal([0, 0, 0]);
    expect(look(true, 2)).to.deep.equal([1]);
  });

  it("is not moved by strain that comes and goes", () => {
    for (let round = 0; round < 10; round++) {
      look(true, 4);
      look(false, 2);
    }
    expect(strain.steps).to.equal(0);
  });

  it("goes on while the strain does, and stops at the bottom", () => {
    look(true, 100);
    expect(strain.steps).to.equal(4);
  });

  it("comes up one step at a time after a longer calm", () => {
    look(true, 16);
    expect(strain.steps).to.equal(2);
    expect(look(false, 16).at(-1)).to.equal(2);
    expect(look(false, 2)).to.deep.equal([1]);
    look(false, 18);
    expect(strain.steps).to.equal(0);
  });

  it("waits longer each time a step up brings the strain back", () => {
    const calms: number[] = [];
    for (let round = 0; round < 5; round++) {
      while (strain.steps < 1) look(true, 2);
      let seconds = 0;
      while (strain.steps > 0) {
        look(false, 2);
        seconds += 2;
      }
      calms.push(seconds);
    }
    expect(calms).to.deep.equal([18, 32, 62, 122, 122]);
  });
});
