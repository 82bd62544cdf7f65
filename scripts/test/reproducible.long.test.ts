// The same sources give the same bytes, wherever they are built. So a second deployment without
// changes uploads nothing, and everybody can check what a site serves.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { linkSync, mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect } from "chai";
import { buildAll, workspaces } from "../system/build.ts";

interface Packer {
  prepareFunctionsUpload(
    projectDir: string,
    sourceDir: string,
    config: { ignore: string[] },
    additionalSources: string[],
    runtimeConfig: undefined,
    options: { exportType: "tar.gz" },
  ): Promise<{ hash: string }>;
}

const { prepareFunctionsUpload } = createRequire(import.meta.url)(
  "firebase-tools/lib/deploy/functions/prepareFunctionsUpload.js",
) as Packer;
const root = join(import.meta.dirname, "../..");
/** On the same disk, so that links suffice. Its path has another length, and a space. */
const work = join(root, ".local", "reproduced");
const elsewhere = join(work, "another place", "clone");

const isSource = (name: string): boolean => ![".git", ".local", "dist"].includes(name);

/** Hard links to everything but what is built. */
function linkTree(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else if (entry.isFile()) linkSync(source, target);
    // Packages have a dist of their own, and need it.
    else if (from.includes("node_modules") || isSource(entry.name)) linkTree(source, target);
  }
}

/** A map from each file's path to the hash of its bytes. */
function hashesOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1)).sort();
  return Object.fromEntries(
    paths.map((path) => [
      path,
      createHash("sha256")
        .update(readFileSync(join(folder, path)))
        .digest("hex"),
    ]),
  );
}

describe("a build", function () {
  this.timeout(600_000);

  before(async () => {
    rmSync(work, { recursive: true, force: true });
    await buildAll(root);
    linkTree(root, elsewhere);
    const env = { ...process.env, NODE_OPTIONS: "", TZ: "Asia/Tokyo", LANG: "uk_UA.UTF-8", LC_ALL: "uk_UA.UTF-8" };
    execFileSync(process.execPath, [join("scripts", "bootstrap.mjs"), "build"], { cwd: elsewhere, env });
  });
  after(() => rmSync(work, { recursive: true, force: true }));

  for (const workspace of workspaces) {
    it(`of ${workspace} has the same bytes in another folder, time zone and language`, () => {
      const [here, there] = [root, elsewhere].map((place) => hashesOf(join(place, workspace, "dist")));
      expect(Object.keys(here!)).not.to.deep.equal([]);
      expect(there).to.deep.equal(here);
    });
  }

  it("of the functions looks unchanged to the Firebase CLI, which then skips it", async () => {
    const { functions } = JSON.parse(readFileSync(join(root, "firebase.json"), "utf8")) as {
      functions: [{ ignore: string[] }];
    };
    const [here, there] = await Promise.all(
      [root, elsewhere].map((place) =>
        prepareFunctionsUpload(place, join(place, "functions"), functions[0], [], undefined, { exportType: "tar.gz" }),
      ),
    );
    expect(there!.hash).to.equal(here!.hash);
  });
});
