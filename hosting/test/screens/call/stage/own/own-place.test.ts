import { expect } from "chai";
import {
  corners,
  moveByKey,
  nearestCorner,
  nextCorner,
  placeOwn,
  sizeOwn,
} from "../../../../../src/screens/call/stage/own/own-place.ts";
import { parseOwnTile } from "../../../../../src/screens/call/stage/own/useOwnTile.ts";
import { stageOf, windows } from "../windows.ts";

describe("the own tile", () => {
  for (const window of windows) {
    it(`lies within the stage in each corner of ${window.width}x${window.height}, and is small there`, () => {
      const stage = stageOf(window);
      for (const ratio of [16 / 9, 4 / 3, 9 / 16, 100, 0.001]) {
        const size = sizeOwn(ratio, stage);
        expect((size.width * size.height) / (stage.width * stage.height)).to.be.at.most(0.15);
        for (const corner of corners) {
          const { x, y, width, height } = placeOwn(corner, size, stage);
          expect(x).to.be.at.least(0);
          expect(y).to.be.at.least(0);
          expect(x + width).to.be.at.most(stage.width);
          expect(y + height).to.be.at.most(stage.height);
        }
      }
    });
  }

  it("has the shape of the own picture", () => {
    const { width, height } = sizeOwn(9 / 16, { width: 366, height: 740 });
    expect(width / height).to.be.closeTo(9 / 16, 0.001);
  });

  it("rests in the corner next to where it is let go", () => {
    const stage = { width: 800, height: 600 };
    const size = sizeOwn(16 / 9, stage);
    for (const corner of corners) {
      const place = placeOwn(corner, size, stage);
      expect(nearestCorner({ ...place, x: place.x + (place.x > 400 ? -90 : 90) }, stage)).to.equal(corner);
    }
  });

  it("is moved by arrow keys, and by no other", () => {
    expect(moveByKey("bottom-right", "ArrowUp")).to.equal("top-right");
    expect(moveByKey("bottom-right", "ArrowLeft")).to.equal("bottom-left");
    expect(moveByKey("top-left", "ArrowDown")).to.equal("bottom-left");
    expect(moveByKey("top-left", "ArrowRight")).to.equal("top-right");
    expect(moveByKey("top-left", "ArrowLeft")).to.equal("top-left");
    expect(moveByKey("top-left", "Enter")).to.equal(null);
  });

  it("visits each corner by presses alone", () => {
    let corner = nextCorner("top-left");
    const seen = [corner];
    while (corner !== "top-left") seen.push((corner = nextCorner(corner)));
    expect(seen).to.have.members([...corners]);
  });
});

describe("parseOwnTile", () => {
  const initial = { corner: "bottom-right", isHidden: false, isMirrored: true };

  it("reads what was stored", () => {
    const stored = { corner: "top-left", isHidden: true, isMirrored: false };
    expect(parseOwnTile(JSON.stringify(stored))).to.deep.equal(stored);
  });

  it("ignores what it does not understand", () => {
    for (const text of [null, "", "{", "null", "7", '{"corner":"middle","isHidden":"yes"}']) {
      expect(parseOwnTile(text)).to.deep.equal(initial);
    }
  });
});
