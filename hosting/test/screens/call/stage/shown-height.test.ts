import { expect } from "chai";
import { heightToCover } from "../../../../src/screens/call/stage/useShownHeight.ts";

describe("the height that a picture is asked for", () => {
  it("is that of the tile where the tile is as wide as the picture", () => {
    expect(heightToCover({ width: 640, height: 360 }, 1)).to.equal(360);
  });

  it("is more than the tile's where the picture must cover its width", () => {
    expect(heightToCover({ width: 1_280, height: 600 }, 1)).to.equal(720);
  });

  it("counts the pixels of the device", () => {
    expect(heightToCover({ width: 640, height: 360 }, 2)).to.equal(720);
  });

  it("changes in steps, so that a window that is being resized does not ask anew for each pixel", () => {
    expect(heightToCover({ width: 321, height: 181 }, 1)).to.equal(240);
    expect(heightToCover({ width: 400, height: 239 }, 1)).to.equal(240);
  });
});
