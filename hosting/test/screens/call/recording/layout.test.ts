import { readFileSync } from "node:fs";
import { expect } from "chai";
import { frame, layOut } from "../../../../src/screens/call/recording/layout.ts";
import { plates } from "../../../../src/screens/call/recording/paint.ts";
import type { Place } from "../../../../src/screens/call/stage/arrange-tiles.ts";

const people = (count: number, ratio = 16 / 9) =>
  Array.from({ length: count }, (_, index) => ({ key: `${index}`, ratio, isScreen: false }));

const areaOf = ({ width, height }: Place) => width * height;

function overlap(one: Place, other: Place): boolean {
  const isApart = (from: number, length: number, otherFrom: number, otherLength: number) =>
    from + length <= otherFrom || otherFrom + otherLength <= from;
  return !(isApart(one.x, one.width, other.x, other.width) || isApart(one.y, one.height, other.y, other.height));
}

function expectSound(places: readonly Place[]): void {
  for (const place of places) {
    expect(place.x).to.be.at.least(0);
    expect(place.y).to.be.at.least(0);
    expect(place.x + place.width).to.be.at.most(frame.width);
    expect(place.y + place.height).to.be.at.most(frame.height);
    for (const other of places) if (other !== place) expect(overlap(place, other)).to.equal(false);
  }
}

describe("the picture of a recording", () => {
  for (const count of [1, 2, 3, 4, 5, 6, 7, 8]) {
    for (const ratio of [16 / 9, 4 / 3, 9 / 16]) {
      it(`shows ${count} of ratio ${ratio.toFixed(2)}, all alike, inside and apart`, () => {
        const places = [...layOut(people(count, ratio)).values()];
        expect(places).to.have.lengthOf(count);
        expectSound(places);
        const areas = places.map(areaOf);
        expect(Math.min(...areas)).to.be.at.least(0.45 * Math.max(...areas));
        // Nobody is a stamp in an empty frame.
        expect(Math.min(...areas)).to.be.above((0.2 * frame.width * frame.height) / count);
      });
    }
  }

  it("shows a shared screen large, with everybody beside it", () => {
    const plan = layOut([{ key: "screen", ratio: 16 / 10, isScreen: true }, ...people(4)]);
    expectSound([...plan.values()]);
    const screen = plan.get("screen")!;
    expect(areaOf(screen)).to.be.above((frame.width * frame.height) / 2);
    for (const [key, place] of plan) if (key !== "screen") expect(areaOf(place)).to.be.below(areaOf(screen) / 3);
  });

  it("has the colours of people", () => {
    const styles = readFileSync(new URL("../../../../src/ui/person-hues.css", import.meta.url), "utf8");
    expect([...styles.matchAll(/#[0-9a-f]{6}/g)].map(([colour]) => colour)).to.deep.equal([...plates]);
  });
});
