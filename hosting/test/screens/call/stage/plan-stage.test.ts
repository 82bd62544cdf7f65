import { expect } from "chai";
import { planStage, type Picture } from "../../../../src/screens/call/stage/plan-stage.ts";
import { cutOf, fitOf, mostCut } from "../../../../src/screens/call/stage/picture-fit.ts";
import { chooseLarge } from "../../../../src/screens/call/stage/views/useStageView.ts";
import { stageOf, windows } from "./windows.ts";

const wide = 16 / 9;

function people(count: number): Picture[] {
  return Array.from({ length: count }, (_, index) => ({ key: `${index}`, ratio: wide, isScreen: false }));
}

const screen: Picture = { key: "screen", ratio: 16 / 10, isScreen: true };

describe("planStage", () => {
  for (const window of windows) {
    it(`shows one large and all others beside it in ${window.width}x${window.height}, nobody cut much`, () => {
      const area = stageOf(window);
      for (let count = 2; count <= 8; count += 1) {
        for (const large of ["0", "1"]) {
          const plan = planStage(people(count), new Set([large]), area);
          expect(plan.size).to.equal(count);
          const areas = [...plan].map(([key, { width, height }]) => ({ isLarge: key === large, area: width * height }));
          const others = areas.flatMap(({ isLarge, area: shown }) => (isLarge ? [] : [shown]));
          const shown = areas.find(({ isLarge }) => isLarge)!.area;
          expect(shown, `${count}`).to.be.greaterThan(1.5 * Math.max(...others));
          expect(Math.min(...others), `${count}`).to.be.greaterThan(0);
          for (const place of plan.values()) {
            if (fitOf(wide, place) === "cover") expect(cutOf(wide, place)).to.be.at.most(mostCut + 0.01);
            expect(place.x).to.be.at.least(-0.01);
            expect(place.y).to.be.at.least(-0.01);
            expect(place.x + place.width).to.be.at.most(area.width + 0.01);
            expect(place.y + place.height).to.be.at.most(area.height + 0.01);
          }
        }
      }
    });
  }

  it("cuts nothing of a shared screen", () => {
    for (const window of windows) {
      const plan = planStage([screen, ...people(3)], new Set(["screen"]), stageOf(window));
      expect(cutOf(screen.ratio, plan.get("screen")!)).to.be.below(0.001);
    }
  });

  it("puts the others beside a screen in a wide window, and below it in an upright one", () => {
    const pictures = [screen, ...people(2)];
    const wideStage = planStage(pictures, new Set(["screen"]), { width: 1_400, height: 700, gap: 10 });
    expect(wideStage.get("0")!.x).to.be.greaterThan(wideStage.get("screen")!.x + wideStage.get("screen")!.width);
    const upright = planStage(pictures, new Set(["screen"]), { width: 380, height: 700, gap: 10 });
    expect(upright.get("0")!.y).to.be.greaterThan(upright.get("screen")!.y + upright.get("screen")!.height);
  });

  it("shows all alike when nobody is large, and lets one who is alone fill the stage", () => {
    const area = stageOf(windows[6]!);
    const alike = [...planStage(people(4), new Set(), area).values()].map(({ width }) => Math.round(width));
    expect(new Set(alike).size).to.equal(1);
    const alone = planStage(people(1), new Set(["0"]), area);
    expect(alone).to.deep.equal(planStage(people(1), new Set(), area));
  });
});

describe("chooseLarge", () => {
  const call = { people: ["a", "b"], screens: [] as string[], pinned: null, speaker: "b", view: "grid" as const };

  it("makes nobody large in the grid, and the speaker in the speaker view", () => {
    expect(chooseLarge(call)).to.deep.equal([]);
    expect(chooseLarge({ ...call, view: "speaker" })).to.deep.equal(["b"]);
  });

  it("makes shared screens large in each view", () => {
    const screens = ["screen:a", "screen:b"];
    expect(chooseLarge({ ...call, screens })).to.deep.equal(screens);
    expect(chooseLarge({ ...call, screens, view: "speaker" })).to.deep.equal(screens);
  });

  it("keeps the pinned picture before everything, and forgets it only while it is away", () => {
    const pinned = { ...call, pinned: "a", screens: ["screen:b"], view: "speaker" as const };
    expect(chooseLarge(pinned)).to.deep.equal(["a"]);
    expect(chooseLarge({ ...pinned, people: ["b"] })).to.deep.equal(["screen:b"]);
    expect(chooseLarge({ ...pinned, pinned: "screen:b" })).to.deep.equal(["screen:b"]);
  });
});
