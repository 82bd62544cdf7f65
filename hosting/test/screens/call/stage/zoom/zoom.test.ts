import { expect } from "chai";
import fc from "fast-check";
import { panBy, whole, zoomAt, zoomByKey, type Zoom } from "../../../../../src/screens/call/stage/zoom/zoom.ts";

const tile = { width: 400, height: 300 };

describe("the zoom of a shared screen", () => {
  it("keeps the point under the fingers where it is", () => {
    const point = { x: 60, y: -40 };
    const before = zoomAt(whole, 2, { x: 0, y: 0 }, tile);
    const after = zoomAt(before, 1.5, point, tile);
    const under = ({ scale, x, y }: Zoom) => ({ x: (point.x - x) / scale, y: (point.y - y) / scale });
    expect(under(after).x).to.be.closeTo(under(before).x, 1e-9);
    expect(under(after).y).to.be.closeTo(under(before).y, 1e-9);
  });

  it("never leaves a gap, and never makes the screen smaller than its tile", () => {
    const step = fc.record({
      factor: fc.double({ min: 0.1, max: 10, noNaN: true }),
      x: fc.integer({ min: -2_000, max: 2_000 }),
      y: fc.integer({ min: -2_000, max: 2_000 }),
    });
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        let zoom = whole;
        for (const { factor, x, y } of steps) {
          zoom = panBy(zoomAt(zoom, factor, { x, y }, tile), { x: y, y: x }, tile);
          expect(zoom.scale).to.be.within(1, 6);
          expect(Math.abs(zoom.x)).to.be.at.most((tile.width * (zoom.scale - 1)) / 2 + 1e-6);
          expect(Math.abs(zoom.y)).to.be.at.most((tile.height * (zoom.scale - 1)) / 2 + 1e-6);
        }
      }),
    );
  });

  it("follows the keys, and no others", () => {
    const enlarged = zoomByKey(whole, "+", tile)!;
    expect(enlarged.scale).to.be.greaterThan(1);
    expect(zoomByKey(enlarged, "ArrowRight", tile)!.x).to.be.lessThan(0);
    expect(zoomByKey(enlarged, "ArrowDown", tile)!.y).to.be.lessThan(0);
    expect(zoomByKey(enlarged, "ArrowLeft", tile)!.x).to.be.greaterThan(0);
    expect(zoomByKey(enlarged, "ArrowUp", tile)!.y).to.be.greaterThan(0);
    expect(zoomByKey(enlarged, "0", tile)).to.deep.equal(whole);
    expect(zoomByKey(enlarged, "-", tile)!.scale).to.be.closeTo(1, 1e-9);
    expect(zoomByKey(enlarged, "a", tile)).to.equal(null);
  });
});
