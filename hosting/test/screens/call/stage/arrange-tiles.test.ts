import { expect } from "chai";
import fc from "fast-check";
import { arrangeTiles } from "../../../../src/screens/call/stage/arrange-tiles.ts";

const gap = 10;
const phone = { width: 336, height: 640, gap };
const desktop = { width: 1416, height: 780, gap };

describe("arrangeTiles", () => {
  it("stacks two people on an upright phone and puts them side by side in a wide window", () => {
    expect(arrangeTiles(2, phone)).to.include({ columns: 1, rows: 2 });
    expect(arrangeTiles(2, desktop)).to.include({ columns: 2, rows: 1 });
  });

  it("makes three by three of nine in a wide window and two columns on a phone", () => {
    expect(arrangeTiles(9, desktop)).to.include({ columns: 3, rows: 3 });
    expect(arrangeTiles(9, phone)).to.include({ columns: 2 });
  });

  it("makes two by two of four on a phone", () => {
    expect(arrangeTiles(4, phone)).to.include({ columns: 2, rows: 2 });
  });

  it("lets one person fill most of a phone", () => {
    const { width, height } = arrangeTiles(1, phone);
    expect((width * height) / (phone.width * phone.height)).to.be.greaterThan(0.9);
  });

  it("fits every tile into the area, in a shape that suits a face", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 16 }),
        fc.integer({ min: 200, max: 3000 }),
        fc.integer({ min: 200, max: 2000 }),
        (count, width, height) => {
          const tiles = arrangeTiles(count, { width, height, gap });
          expect(tiles.columns * tiles.rows).to.be.at.least(count);
          expect(tiles.columns * tiles.width + gap * (tiles.columns - 1)).to.be.at.most(width);
          expect(tiles.rows * tiles.height + gap * (tiles.rows - 1)).to.be.at.most(height);
          expect((tiles.width + 1) / tiles.height).to.be.at.least(0.56);
          expect(tiles.width / (tiles.height + 1)).to.be.at.most(1.78);
        },
      ),
    );
  });

  it("gives tiles no size in an area without size", () => {
    expect(arrangeTiles(3, { width: 0, height: 0, gap })).to.include({ width: 0, height: 0 });
  });
});
