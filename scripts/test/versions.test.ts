// One version for everything, and a note of what is in it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";

const read = (path: string): string => readFileSync(join(import.meta.dirname, "../..", path), "utf8");

interface Manifest {
  readonly version: string;
  readonly workspaces?: readonly string[];
}

describe("the version", () => {
  const { version, workspaces = [] } = JSON.parse(read("package.json")) as Manifest;

  it("is the same in every workspace, but for the stubs of other packages", () => {
    const own = workspaces.filter((folder) => !folder.startsWith("scripts/stubs/"));
    const versions = own.map((folder) => (JSON.parse(read(`${folder}/package.json`)) as Manifest).version);
    expect(Object.fromEntries(own.map((folder, index) => [folder, versions[index]]))).to.deep.equal(
      Object.fromEntries(own.map((folder) => [folder, version])),
    );
  });

  it("has its part in the changelog, with a date", () => {
    expect(read("CHANGELOG.md")).to.match(
      new RegExp(`^## ${version.replaceAll(".", "\\.")} - \\d{4}-\\d\\d-\\d\\d$`, "m"),
    );
  });

  it("is the one of the packages that the documentation installs", () => {
    const named = [...read("embedded-firestore/README.md").matchAll(/firestore-(\d+\.\d+\.\d+)\.tgz/g)];
    expect([...new Set(named.map(([, found]) => found))]).to.deep.equal([version]);
  });
});
