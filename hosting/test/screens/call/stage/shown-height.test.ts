import { expect } from "chai";
import { heightToCover } from "../../../../src/screens/call/stage/useShownHeight.ts";

describe("the requested video height", () => {
  it("is the tile's height when the tile has the video's aspect ratio", () => {
    expect(heightToCover({ width: 640, height: 360 }, 1)).to.equal(360);
  });

  it("exceeds the tile's height when the video must cover a wider tile", () => {
    expect(heightToCover({ width: 1_280, height: 600 }, 1)).to.equal(720);
  });

  it("counts device pixels", () => {
    expect(heightToCover({ width: 640, height: 360 }, 2)).to.equal(720);
  });

  it("changes in steps, so that resizing a window does not request each pixel", () => {
    expect(heightToCover({ width: 321, height: 181 }, 1)).to.equal(240);
    expect(heightToCover({ width: 400, height: 239 }, 1)).to.equal(240);
  });
});
