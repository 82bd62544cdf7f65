// The licences of the third-party code that browsers load.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { root } from "../../../scripts/system/start-system.ts";
import { getSystem, useSystem } from "../support/system.ts";

/** The packages in the built files, from their source maps. */
function listPackages(): string[] {
  const assets = join(root, "hosting/dist/assets");
  const maps = readdirSync(assets).filter((name) => name.endsWith(".map"));
  const sources = maps.flatMap((name) => {
    const map = JSON.parse(readFileSync(join(assets, name), "utf8")) as { sources: string[] };
    return map.sources;
  });
  const names = sources.flatMap((source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1] ?? []);
  return [...new Set(names)].sort();
}

describe("the notices of third-party code", () => {
  useSystem();

  it("name every package in the built files with its licence, and are linked from the documentation", async () => {
    const { url } = await getSystem();
    const page = await (await fetch(`${url}/docs/`)).text();
    const [, path = ""] = /href="([^"]*notices[^"]*)"/.exec(page) ?? [];
    const answer = await fetch(url + path);
    expect(answer.headers.get("content-type")).to.include("text/plain");
    const notices = await answer.text();
    const packages = listPackages().filter((name) => !name.startsWith("@meetogram/"));
    expect(packages).to.include.members(["@firebase/firestore", "@vue/runtime-core", "valibot"]);
    const missing = packages.filter((name) => !new RegExp(`^## ${name} - .+ \\(.+\\)$`, "m").test(notices));
    expect(missing).to.deep.equal([]);
    for (const text of ["Permission is hereby granted, free of charge", "TERMS AND CONDITIONS FOR USE, REPRODUCTION"]) {
      expect(notices).to.include(text);
    }
  });
});
