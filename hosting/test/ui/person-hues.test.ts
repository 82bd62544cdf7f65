import { readFile } from "node:fs/promises";
import { expect } from "chai";
import fc from "fast-check";
import { contrast, linearChannels, readColour } from "./colour.ts";
import { assignHues, hueCount, hueOf } from "../../src/ui/person-hues.ts";

const ids = (count: number) => Array.from({ length: count }, (_, index) => `participant-${index}`);

/** Distance in OKLab: 0.02 is just seen. https://bottosson.github.io/posts/oklab/ */
function distance(one: string, other: string): number {
  const lab = (hex: string) => {
    const [red, green, blue] = linearChannels(readColour(hex));
    const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
    const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
    const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
    return [
      0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
      1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
      0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
    ] as const;
  };
  const [a, b] = [lab(one), lab(other)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

describe("the colours of people", () => {
  it("differ among up to eight, whoever they are", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.uuid(), { maxLength: hueCount }), (present) => {
        expect(new Set(assignHues(new Map(), present).values()).size).to.equal(present.length);
      }),
    );
  });

  it("are the own ones of their IDs where those are free", () => {
    expect(assignHues(new Map(), ["anna"]).get("anna")).to.equal(hueOf("anna"));
  });

  it("stay while their owners stay", () => {
    const before = assignHues(new Map(), ids(5));
    const after = assignHues(before, ids(8).slice(2).reverse());
    for (const id of ids(5).slice(2)) expect(after.get(id)).to.equal(before.get(id));
    expect(new Set(after.values()).size).to.equal(6);
  });

  it("are shared evenly by more than eight", () => {
    const hues = [...assignHues(new Map(), ids(16)).values()];
    for (let hue = 0; hue < hueCount; hue += 1) expect(hues.filter((used) => used === hue)).to.have.length(2);
  });

  it("are told apart, and carry their dark initials on dark and light ground", async () => {
    const css = await readFile(new URL("../../src/ui/person-hues.css", import.meta.url), "utf8");
    const colours = [...css.matchAll(/--plate: (#[0-9a-f]{6})/g)].map(([, colour]) => colour!);
    expect(colours).to.have.length(hueCount);
    for (const [index, colour] of colours.entries()) {
      expect(contrast(readColour(colour), readColour("#2b1a00")), colour).to.be.at.least(7);
      for (const ground of ["#16130f", "#29241e"])
        expect(contrast(readColour(colour), readColour(ground)), colour).to.be.at.least(3);
      for (const other of colours.slice(index + 1))
        expect(distance(colour, other), `${colour} ${other}`).to.be.at.least(0.08);
    }
  });
});
