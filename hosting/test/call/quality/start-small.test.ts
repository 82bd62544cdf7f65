import { expect } from "chai";
import type { VideoLimits } from "../../../src/call/quality/resolution-ladder.ts";
import { startSmall, startStepsMs } from "../../../src/call/quality/start-small.ts";

const large: VideoLimits = { shortSidePx: 720, maxBitrateBps: 2_200_000, maxFramesPerSecond: 30 };

describe("the first frames", () => {
  it("grow step by step to what is allowed", () => {
    const sides = [0, ...startStepsMs].map((sinceMs) => startSmall(large, sinceMs).shortSidePx);
    expect(sides).to.deep.equal([180, 360, 720]);
  });

  it("are never larger than what is allowed", () => {
    const small = { ...large, shortSidePx: 120 };
    expect(startSmall(small, 0)).to.equal(small);
    expect(startSmall({ ...large, shortSidePx: 270 }, startStepsMs[0] ?? 0).shortSidePx).to.equal(270);
  });

  it("keep the other limits", () => {
    expect(startSmall(large, 0)).to.deep.equal({ ...large, shortSidePx: 180 });
  });
});
