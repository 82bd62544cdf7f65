import { expect } from "chai";
import fc from "fast-check";
import {
  arrangeTiles,
  placeRows,
  scorePlaces,
  type Area,
  type Place,
} from "../../../../src/screens/call/stage/arrange-tiles.ts";
import { cutOf, drawnSize, fitOf, mostCut } from "../../../../src/screens/call/stage/picture-fit.ts";
import { stageOf, windows } from "./windows.ts";

const wide = 16 / 9;
const upright = 9 / 16;
const counts = [1, 2, 3, 4, 5, 6, 7, 8];

/** What is cut of a picture in its tile, as the page shows it. */
function shownCut(ratio: number, place: Place): number {
  return fitOf(ratio, place) === "cover" ? cutOf(ratio, place) : 0;
}

/** The part of the picture that is seen, in square pixels. */
function shownArea(ratio: number, place: Place): number {
  const { width, height } = drawnSize(ratio, place, fitOf(ratio, place));
  return Math.min(width, place.width) * Math.min(height, place.height);
}

function* divisions(count: number): Generator<readonly number[]> {
  if (count === 0) return yield [];
  for (let first = 1; first <= count; first += 1) {
    for (const rest of divisions(count - first)) yield [first, ...rest];
  }
}

/** The best score of every division into rows or columns. */
function searchAll(ratios: readonly number[], area: Area): number {
  const turned = { ...area, width: area.height, height: area.width };
  let best = Number.NEGATIVE_INFINITY;
  for (const lengths of divisions(ratios.length)) {
    const cutUp = (shapes: readonly number[]) => {
      let start = 0;
      return lengths.map((length) => shapes.slice(start, (start += length)));
    };
    const upright = scorePlaces(placeRows(cutUp(ratios), area));
    const across = scorePlaces(placeRows(cutUp(ratios.map((ratio) => 1 / ratio)), turned));
    best = Math.max(best, upright, across);
  }
  return best;
}

/** The size of an average picture, as a share of that in the best arrangement. */
function nearness(ratios: readonly number[], area: Area): number {
  return Math.exp((scorePlaces(arrangeTiles(ratios, area)) - searchAll(ratios, area)) / ratios.length);
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Measured: the least that any window of the table has of its area covered with pictures. */
const leastUsed: Readonly<Record<number, number>> = {
  1: 0.3,
  2: 0.5,
  3: 0.7,
  4: 0.65,
  5: 0.7,
  6: 0.7,
  7: 0.7,
  8: 0.75,
};

describe("arrangeTiles", () => {
  for (const window of windows) {
    it(`cuts nobody by more than 15 % in ${window.name} of ${window.width}x${window.height}, and uses it`, () => {
      const area = stageOf(window);
      for (const count of counts) {
        const ratios = Array.from({ length: count }, () => wide);
        const places = arrangeTiles(ratios, area);
        for (const place of places) expect(shownCut(wide, place), `${count}`).to.be.at.most(mostCut + 1e-9);
        const used = sum(places.map((place) => shownArea(wide, place))) / (area.width * area.height);
        expect(used, `used by ${count}`).to.be.at.least(leastUsed[count]!);
        expect(nearness(ratios, area), `${count} beside the best`).to.be.at.least(0.97);
      }
    });

    it(`does the same with an upright phone among the others in ${window.width}x${window.height}`, () => {
      const area = stageOf(window);
      for (const count of counts) {
        for (let phone = 0; phone < count; phone += 1) {
          const ratios = Array.from({ length: count }, (_, index) => (index === phone ? upright : wide));
          const places = arrangeTiles(ratios, area);
          for (const [index, place] of places.entries()) {
            expect(shownCut(ratios[index]!, place), `${count}, ${phone}`).to.be.at.most(mostCut + 1e-9);
          }
          expect(nearness(ratios, area), `${count}, ${phone} beside the best`).to.be.at.least(0.85);
        }
      }
    });
  }

  it("gives no picture more than 2.2 times what another of its shape gets", () => {
    for (const window of windows) {
      for (const count of counts) {
        const areas = arrangeTiles(
          Array.from({ length: count }, () => wide),
          stageOf(window),
        ).map((place) => shownArea(wide, place));
        expect(Math.max(...areas) / Math.min(...areas), `${count} in ${window.name}`).to.be.at.most(2.2);
      }
    }
  });

  it("fits every tile into the area, beside the others, whatever shapes are sent", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.001, max: 1000, noNaN: true }), { minLength: 1, maxLength: 16 }),
        fc.integer({ min: 200, max: 3000 }),
        fc.integer({ min: 200, max: 2000 }),
        (ratios, width, height) => {
          const places = arrangeTiles(ratios, { width, height, gap: 10 });
          expect(places).to.have.length(ratios.length);
          for (const [index, place] of places.entries()) {
            expect(place.width * place.height).to.be.greaterThan(0);
            expect(place.x).to.be.at.least(-1e-6);
            expect(place.y).to.be.at.least(-1e-6);
            expect(place.x + place.width).to.be.at.most(width + 1e-6);
            expect(place.y + place.height).to.be.at.most(height + 1e-6);
            for (const other of places.slice(index + 1)) {
              const areApart =
                place.x + place.width < other.x + 1e-6 ||
                other.x + other.width < place.x + 1e-6 ||
                place.y + place.height < other.y + 1e-6 ||
                other.y + other.height < place.y + 1e-6;
              expect(areApart).to.equal(true);
            }
          }
        },
      ),
    );
  });

  it("shows a picture of a wild shape whole", () => {
    const [place] = arrangeTiles([100], { width: 800, height: 600, gap: 10 });
    expect(fitOf(100, place!)).to.equal("contain");
  });

  it("gives tiles no size in an area without size", () => {
    for (const { width, height } of arrangeTiles([wide, wide, wide], { width: 0, height: 0, gap: 10 })) {
      expect({ width, height }).to.deep.equal({ width: 0, height: 0 });
    }
  });
});
