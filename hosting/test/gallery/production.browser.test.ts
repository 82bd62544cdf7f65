import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { openSite } from "../screens/site.ts";
import { hostingFolder } from "../screens/site-server.ts";

describe("the built client", function () {
  it("has nothing of the gallery", async () => {
    await openSite();
    const folder = join(hostingFolder, "dist");
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
    expect(files.filter((path) => /gallery|noto/i.test(path))).to.deep.equal([]);
    const sources = files
      .filter((path) => path.endsWith(".js.map"))
      .flatMap((path) => (JSON.parse(readFileSync(join(folder, path), "utf8")) as { sources: string[] }).sources);
    expect(sources.some((source) => source.endsWith("src/app/App.vue"))).to.equal(true);
    expect(sources.filter((source) => source.includes("/gallery/") || source.includes("@fontsource"))).to.deep.equal(
      [],
    );
  });
});
