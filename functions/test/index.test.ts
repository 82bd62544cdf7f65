import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { expect } from "chai";
import * as functions from "../src/index.ts";

const run = promisify(execFile);
const workspace = new URL("..", import.meta.url);
const names = ["appCheck", "connect", "create", "generateID", "room", "selfCheck", "sweep"];

interface Loaded {
  readonly exports: string[];
  readonly packages: string[];
}

/** Loads the bundle in its own process. Resolves to its exports and the packages that it loaded. */
async function loadBundle(): Promise<Loaded> {
  const script = `
    const exports = Object.keys(require("./dist/index.cjs"));
    const packages = Object.keys(require.cache).map((file) => /node_modules\\/((?:@[^/]+\\/)?[^/]+)/.exec(file)?.[1]);
    console.log(JSON.stringify({ exports, packages: [...new Set(packages)] }));`;
  const { stdout } = await run(process.execPath, ["-e", script], { cwd: workspace });
  return JSON.parse(stdout) as Loaded;
}

describe("the functions", () => {
  it("are those of the contract, the sweep and the self-check", () => {
    expect(Object.keys(functions)).to.have.members(names);
  });

  it("are public, in one region, with bounded cost", () => {
    for (const name of ["connect", "create", "generateID", "room", "appCheck"] as const) {
      const endpoint = JSON.parse(JSON.stringify(functions[name].__endpoint)) as Record<string, unknown>;
      expect(endpoint, name).to.deep.include({
        platform: "gcfv2",
        httpsTrigger: { invoker: ["public"] },
        concurrency: 80,
      });
      expect(JSON.stringify([endpoint["region"], endpoint["maxInstances"]]), name).to.match(/REGION.*MAX_INSTANCES/);
      expect(endpoint["secretEnvironmentVariables"], `${name} would make a deployment ask for secrets`).to.equal(
        undefined,
      );
    }
  });

  describe("in a bundle", () => {
    before(() => run(process.execPath, ["build.mjs"], { cwd: workspace }));

    it("are exported, and load no heavy package before the first request", async () => {
      const { exports, packages } = await loadBundle();
      expect(exports).to.have.members(names);
      expect(packages).to.include("firebase-functions");
      for (const heavy of ["@google-cloud/firestore", "google-gax", "express", "uuid"]) {
        expect(packages).not.to.include(heavy);
      }
    });

    it("need only what functions/package.json lists: the contract is inside", async () => {
      const source = await readFile(new URL("dist/index.cjs", workspace), "utf8");
      const manifest = await readFile(new URL("package.json", workspace), "utf8");
      const { dependencies } = JSON.parse(manifest) as { dependencies: Record<string, string> };
      const required = [...source.matchAll(/require\("([^".][^"]*)"\)/g)].map(([, specifier = ""]) => specifier);
      const packages = required
        .filter((specifier) => !specifier.startsWith("node:"))
        .map((specifier) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0]);
      expect(Object.keys(dependencies)).to.include.members([...new Set(packages)]);
      expect(
        Object.values(dependencies).every((version) => /^\d/.test(version)),
        "exact versions",
      ).to.equal(true);
    });
  });
});
