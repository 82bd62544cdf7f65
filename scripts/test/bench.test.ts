import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { compare, listFigures } from "../../benchmarks/src/bench/figures.ts";

const results = join(import.meta.dirname, "../../benchmarks/results");
const row = (ratioToFloor: number, more: object = {}) => ({ table: [{ name: "meetogram", ratioToFloor, ...more }] });

describe("the comparison of benchmarks", () => {
  it("finds the ratios of every committed result that has some", () => {
    const counted = readdirSync(results).map((file) => {
      const figures = listFigures(JSON.parse(readFileSync(join(results, file), "utf8")));
      expect(new Set(figures.map(({ name }) => name)).size, `names in ${file}`).to.equal(figures.length);
      return [file, figures.length] as const;
    });
    for (const [file, figures] of counted) {
      if (["join.json", "invitation.json", "people.json", "weight.json", "api.json"].includes(file))
        expect(figures, file).to.be.above(2);
    }
  });

  it("calls worse what exceeds the margin, and nothing that is better or new", () => {
    const isWorse = (now: number) => compare(row(1), row(now), 0.1).map((figure) => figure.isWorse);
    expect([isWorse(1.09), isWorse(1.11), isWorse(0.5)]).to.deep.equal([[false], [true], [false]]);
    expect(compare({ table: [] }, row(9), 0.1)).to.deep.equal([]);
  });

  it("allows more where the samples scatter, and less where there are more of them", () => {
    const scattered = { n: 5, median: 100, p95: 200 };
    const [few] = compare(row(1, scattered), row(1.3, scattered), 0.1);
    expect(few).to.include({ isWorse: false });
    const many = { ...scattered, n: 500 };
    const [sure] = compare(row(1, many), row(1.3, many), 0.1);
    expect(sure).to.include({ isWorse: true, margin: 0.1 });
  });
});
