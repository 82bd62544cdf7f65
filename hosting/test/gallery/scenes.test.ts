import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { scenes } from "../../gallery/scenes.ts";
import { pathsOf, planPictures } from "./picture-plan.ts";

const folder = join(import.meta.dirname, "pictures");

describe("the scenes of the gallery", () => {
  const names = scenes.map(({ name }) => name);

  it("have names of their own, of a group and a state", () => {
    expect(new Set(names).size).to.equal(names.length);
    for (const name of names) expect(name).to.match(/^[a-z]+\/[a-z0-9-]+$/);
  });

  it("are seen in both sizes, both languages and both themes", () => {
    for (const scene of scenes) {
      const views = planPictures([scene]).map(({ view }) => view);
      for (const property of ["isPhone", "lang", "theme"] as const) {
        expect(new Set(views.map((view) => view[property])).size, `${scene.name}: ${property}`).to.equal(2);
      }
    }
  });

  it("have all their pictures, and there are no others", () => {
    const wanted = planPictures(scenes).map((picture) => pathsOf(picture).kept);
    expect(wanted.filter((path) => !existsSync(path))).to.deep.equal([]);
    const kept = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".png"));
    expect(kept.map((path) => join(folder, path)).filter((path) => !wanted.includes(path))).to.deep.equal([]);
  });
});
