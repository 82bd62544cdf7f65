import { expect } from "chai";
import { PNG } from "pngjs";
import { comparePictures } from "./compare-pictures.ts";
import { shrinkPicture } from "./shrink-picture.ts";

/** A picture in which every pixel has the colour that is given for its place. */
function draw(size: number, colourAt: (x: number, y: number) => readonly [number, number, number]): Buffer {
  const png = new PNG({ width: size, height: size });
  for (let at = 0; at < size * size; at += 1)
    png.data.set([...colourAt(at % size, Math.floor(at / size)), 255], at * 4);
  return PNG.sync.write(png);
}

const paper = draw(40, () => [251, 245, 234]);
/** More colours than a palette holds. */
const gradient = draw(200, (x, y) => [x, y, (x * y) % 200]);

describe("the comparison of pictures", () => {
  it("finds no difference to the same picture, made small", () => {
    for (const picture of [paper, gradient]) {
      expect(comparePictures(picture, shrinkPicture(picture))).to.deep.equal({ pixels: 0, picture: null });
    }
    expect(shrinkPicture(paper).length).to.be.lessThan(paper.length);
  });

  it("finds what has moved by a pixel, and another colour of a text", () => {
    const mark = (left: number, shade: number) =>
      draw(40, (x, y) => (x >= left && x < left + 8 && y > 10 && y < 20 ? [shade, shade, shade] : [251, 245, 234]));
    expect(comparePictures(mark(11, 30), mark(10, 30)).pixels).to.be.greaterThan(0);
    expect(comparePictures(mark(10, 90), mark(10, 30)).pixels).to.be.greaterThan(50);
    expect(comparePictures(mark(10, 90), mark(10, 30)).picture).to.not.equal(null);
  });

  it("calls another size a difference", () => {
    expect(
      comparePictures(
        draw(40, () => [0, 0, 0]),
        draw(41, () => [0, 0, 0]),
      ).pixels,
    ).to.equal(Infinity);
  });
});
