// What `firebase deploy` uploads as the source of the functions, packed by the Firebase CLI itself.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";

interface Packer {
  prepareFunctionsUpload(
    projectDir: string,
    sourceDir: string,
    config: { ignore: string[] },
    additionalSources: string[],
    runtimeConfig: undefined,
    options: { exportType: "tar.gz" },
  ): Promise<{ pathToSource: string }>;
}

const { prepareFunctionsUpload } = createRequire(import.meta.url)(
  "firebase-tools/lib/deploy/functions/prepareFunctionsUpload.js",
) as Packer;
const folder = new URL("..", import.meta.url).pathname;
const { functions } = JSON.parse(readFileSync(new URL("../../firebase.json", import.meta.url), "utf8")) as {
  functions: [{ ignore: string[] }];
};

describe("the uploaded source", function () {
  this.timeout(60_000);

  it("has the bundle and its lock, and no secret of any installation", async () => {
    const copy = mkdtempSync(join(tmpdir(), "functions-"));
    cpSync(folder, copy, { recursive: true, filter: (path) => !path.includes("node_modules") });
    const secret = "static-auth-secret-of-a-coturn";
    for (const name of [".env.my-project", ".env.local", ".secret.local", ".env"]) {
      writeFileSync(join(copy, name), `TURN_SECRET=${secret}\n`);
    }
    const { pathToSource } = await prepareFunctionsUpload(copy, copy, functions[0], [], undefined, {
      exportType: "tar.gz",
    });
    const files = execFileSync("tar", ["-tzf", pathToSource], { encoding: "utf8" }).split("\n");
    expect(files).to.include.members(["package.json", "package-lock.json"]);
    expect(files.filter((name) => name.startsWith("."))).to.deep.equal([]);
    const content = execFileSync("tar", ["-xzOf", pathToSource], { maxBuffer: 2 ** 28 });
    expect(content.includes(secret)).to.equal(false);
    expect(content.includes("@meetogram/functions"), "the search finds something").to.equal(true);
  });
});
