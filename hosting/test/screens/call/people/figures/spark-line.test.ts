import { expect } from "chai";
import { drawSparkLine, plotHeight, rangeOf } from "../../../../../src/screens/call/people/figures/spark-line.ts";

/** The points of a path, and the number of its lines. */
function readPath(path: string) {
  const points = [...path.matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
  return { points, lines: path.split("M").length - 1 };
}

describe("drawSparkLine", () => {
  const plot = { count: 5, ceiling: 10 };

  it("puts the newest reading at the right edge", () => {
    const { points } = readPath(drawSparkLine([1, 2, 3], plot));
    expect(points.map(([x]) => x)).to.deep.equal([2, 3, 4]);
  });

  it("draws larger values higher, and all within the plot", () => {
    const { points } = readPath(drawSparkLine([0, 5, 40], plot));
    const [low, middle, high] = points.map(([, y]) => y);
    expect(low).to.be.greaterThan(middle!);
    expect(middle).to.be.greaterThan(high!);
    for (const [, y] of points) expect(y).to.be.within(0, plotHeight);
  });

  it("leaves small values low under the ceiling", () => {
    const { points } = readPath(drawSparkLine([1, 1], plot));
    expect(points[0]![1]).to.be.greaterThan(plotHeight / 2);
  });

  it("breaks the line where a reading is missing", () => {
    const { points, lines } = readPath(drawSparkLine([1, null, 3, 4], plot));
    expect(lines).to.equal(2);
    expect(points.map(([x]) => x)).to.deep.equal([1, 3, 4]);
  });

  it("omits readings older than the plot", () => {
    expect(drawSparkLine([9, 1, 2, 3, 4, 5], plot)).to.equal(drawSparkLine([1, 2, 3, 4, 5], plot));
  });

  it("draws nothing without a reading", () => {
    expect(drawSparkLine([], plot)).to.equal("");
    expect(drawSparkLine([null], plot)).to.equal("");
  });
});

describe("rangeOf", () => {
  it("returns the lowest and the highest known value", () => {
    expect(rangeOf([3, null, 1, 2])).to.deep.equal({ lowest: 1, highest: 3 });
  });

  it("returns null without a reading", () => {
    expect(rangeOf([null])).to.equal(null);
  });
});
