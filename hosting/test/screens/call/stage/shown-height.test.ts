import { expect } from "chai";
import { heightToAsk } from "../../../../src/screens/call/stage/useShownHeight.ts";

const wide = 16 / 9;

describe("the requested video height", () => {
  it("is the tile's height when the tile has the video's aspect ratio", () => {
    expect(heightToAsk(wide, { width: 640, height: 360 }, 1)).to.equal(360);
  });

  it("exceeds the tile's height when the video covers a slightly wider tile", () => {
    expect(heightToAsk(wide, { width: 1_280, height: 640 }, 1)).to.equal(720);
  });

  it("is the picture's own height where it is shown whole in a tile of another shape", () => {
    expect(heightToAsk(wide, { width: 640, height: 900 }, 1)).to.equal(360);
  });

  it("is the width of an upright picture, which senders count as its shorter side", () => {
    expect(heightToAsk(9 / 16, { width: 360, height: 640 }, 1)).to.equal(360);
  });

  it("counts device pixels", () => {
    expect(heightToAsk(wide, { width: 640, height: 360 }, 2)).to.equal(720);
  });

  it("changes in steps, so that resizing a window does not request each pixel", () => {
    expect(heightToAsk(wide, { width: 321, height: 181 }, 1)).to.equal(240);
    expect(heightToAsk(wide, { width: 420, height: 239 }, 1)).to.equal(240);
  });
});
