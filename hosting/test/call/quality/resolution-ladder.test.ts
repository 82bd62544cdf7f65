import { expect } from "chai";
import { planEncoding } from "../../../src/call/quality/encoding.ts";
import { limitCamera, limitCapture, limitScreen } from "../../../src/call/quality/resolution-ladder.ts";

const alone = { stepsDown: 0, wishedHeightPx: null, isScreenShared: false };
const sizeFor = (peers: number, changes: Partial<typeof alone> | { wishedHeightPx: number } = {}) =>
  limitCamera({ ...alone, ...changes, peers })?.shortSidePx;

describe("the resolution ladder", () => {
  it("goes down with the number of people", () => {
    expect([0, 1, 2, 3, 4, 5, 6, 15].map((peers) => sizeFor(peers))).to.deep.equal([
      720, 720, 360, 360, 270, 270, 180, 180,
    ]);
    expect(limitCamera({ ...alone, peers: 7 })).to.include({ maxFramesPerSecond: 15 });
  });

  it("lets two cores and one uplink carry eight people: nobody sends more in total than in a call of two", () => {
    const whole = (peers: number) => peers * (limitCamera({ ...alone, peers })?.maxBitrateBps ?? 0);
    for (const peers of [2, 3, 4, 5, 6, 7]) expect(whole(peers)).to.be.at.most(whole(1));
  });

  it("steps down further on overload and while a screen is shared, but never off", () => {
    expect([0, 1, 2, 3, 4, 9].map((stepsDown) => sizeFor(1, { stepsDown }))).to.deep.equal([
      720, 540, 360, 270, 180, 120,
    ]);
    expect(sizeFor(3, { isScreenShared: true })).to.equal(270);
  });

  it("sends no more than is shown, a little less where that is not visible, and nothing when it is not shown", () => {
    expect(
      [0, 90, 150, 180, 220, 330, 400, 2_000].map((height) => sizeFor(1, { wishedHeightPx: height })),
    ).to.deep.equal([undefined, 120, 120, 180, 180, 270, 360, 720]);
    expect(sizeFor(6, { wishedHeightPx: 2_000 })).to.equal(180);
  });

  it("keeps a shared screen legible whatever the number of people", () => {
    for (const peers of [1, 3, 5, 15]) {
      const limits = limitScreen({ peers, stepsDown: 0 });
      expect(limits.shortSidePx).to.be.at.least(720);
      expect(limits.maxFramesPerSecond).to.be.within(5, 15);
    }
  });

  it("asks the camera for no more than the best-served peer is sent", () => {
    expect(limitCapture(1).shortSidePx).to.equal(720);
    expect(limitCapture(3).shortSidePx).to.equal(360);
  });
});

describe("an encoding", () => {
  const track = (width: number, height: number) => ({ getSettings: () => ({ width, height }) });
  const plan = {
    isActive: true,
    isMuted: false,
    audioBitrateBps: 40_000,
    camera: limitCamera({ ...alone, peers: 3 }),
    screen: limitScreen({ peers: 1, stepsDown: 0 }),
  };

  it("is scaled by the shorter side, so an upright phone counts like any camera", () => {
    expect(planEncoding("video", plan, track(1280, 720)).scaleResolutionDownBy).to.equal(2);
    expect(planEncoding("video", plan, track(720, 1280)).scaleResolutionDownBy).to.equal(2);
  });

  it("never enlarges, and is not scaled without a video", () => {
    expect(planEncoding("video", plan, track(320, 180)).scaleResolutionDownBy).to.equal(1);
    expect(planEncoding("video", plan, null).scaleResolutionDownBy).to.equal(1);
  });

  it("gives audio priority", () => {
    expect(planEncoding("audio", plan, null)).to.include({ active: true, priority: "high" });
    expect(planEncoding("video", plan, null)).to.include({ active: true, priority: "low" });
  });

  it("is inactive for a muted microphone, and unchanged for the rest", () => {
    const muted = { ...plan, isMuted: true };
    expect(planEncoding("audio", muted, null).active).to.equal(false);
    for (const slot of ["video", "screen", "screenAudio"] as const)
      expect(planEncoding(slot, muted, null)).to.deep.equal(planEncoding(slot, plan, null));
  });

  it("is inactive before both have entered, and for a video that is not shown, whose audio goes on", () => {
    for (const slot of ["audio", "video", "screen", "screenAudio"] as const)
      expect(planEncoding(slot, { ...plan, isActive: false }, null).active).to.equal(false);
    expect(planEncoding("video", { ...plan, camera: null }, null).active).to.equal(false);
    expect(planEncoding("audio", { ...plan, camera: null }, null).active).to.equal(true);
  });
});
