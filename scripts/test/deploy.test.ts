// `npm run deploy`, with stand-ins for npm and npx on the PATH that write down how they are called.
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { expect } from "chai";

const script = join(import.meta.dirname, "../deploy.ts");
const checkBefore = "npm run doctor -- --project my-project --before";
const tests = "npm test";
const checkAfter = "npm run doctor -- --project my-project";

/** Each step fails whose call is `failing`. */
const standIn = (program: string) => `#!${process.execPath}
const { appendFileSync } = require("node:fs");
const call = ["${program}", ...process.argv.slice(2)].join(" ");
appendFileSync(process.env.CALLS, call + "\\n");
process.exit(call === process.env.FAILING ? 3 : 0);
`;

describe("npm run deploy", function () {
  this.timeout(60_000);
  let folder: string;

  before(function () {
    if (process.platform === "win32") this.skip();
    folder = mkdtempSync(join(tmpdir(), "meetogram-deploy-"));
    for (const program of ["npm", "npx"]) {
      writeFileSync(join(folder, program), standIn(program));
      chmodSync(join(folder, program), 0o755);
    }
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  function deploy(args: readonly string[], failing = ""): { status: number | null; said: string; calls: string[] } {
    const calls = join(folder, "calls");
    writeFileSync(calls, "");
    const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", script, ...args], {
      encoding: "utf8",
      env: {
        ...process.env,
        NODE_OPTIONS: "",
        PATH: folder + delimiter + process.env["PATH"],
        CALLS: calls,
        FAILING: failing,
      },
    });
    return { status, said: stdout + stderr, calls: readFileSync(calls, "utf8").split("\n").filter(Boolean) };
  }

  it("checks the project, runs the tests, deploys, and checks the site, in this order", () => {
    const { status, said, calls } = deploy(["--project", "my-project"]);
    expect(calls).to.deep.equal([checkBefore, tests, "npx firebase deploy --project my-project", checkAfter]);
    expect(status, said).to.equal(0);
  });

  it("gives every other argument to firebase deploy, as it was", () => {
    const only = deploy(["--only", "hosting", "--project=my-project", "--message", "two words; $HOME"]);
    expect(only.calls[2]).to.equal(
      "npx firebase deploy --only hosting --project=my-project --message two words; $HOME",
    );
    expect(only.calls[3]).to.equal(checkAfter);
    expect(deploy(["-P", "my-project"]).calls).to.have.length(4);
  });

  it("checks no site after a dry run", () => {
    const { calls } = deploy(["--project", "my-project", "--dry-run"]);
    expect(calls).to.deep.equal([checkBefore, tests, "npx firebase deploy --project my-project --dry-run"]);
  });

  const faults = [
    { failing: checkBefore, done: [checkBefore], remedy: /Nothing was deployed\. Do what the check says/ },
    { failing: tests, done: [checkBefore, tests], remedy: /Nothing was deployed\. Mend what fails/ },
    {
      failing: "npx firebase deploy --project my-project",
      done: [checkBefore, tests, "npx firebase deploy --project my-project"],
      remedy: /parts of it may be live/,
    },
    {
      failing: checkAfter,
      done: [checkBefore, tests, "npx firebase deploy --project my-project", checkAfter],
      remedy: /It is deployed, and the check of the site failed/,
    },
  ];
  for (const { failing, done, remedy } of faults) {
    it(`stops when this fails, and says what to do: ${failing}`, () => {
      const { status, said, calls } = deploy(["--project", "my-project"], failing);
      expect(calls).to.deep.equal(done);
      expect(status).to.equal(1);
      expect(said).to.include(`${failing} failed.`).and.match(remedy);
    });
  }

  it("does nothing without a project, or for one of the emulators", () => {
    for (const args of [[], ["--project"], ["--project="], ["--project", "--only", "hosting"]]) {
      const { status, said, calls } = deploy(args);
      expect(calls).to.deep.equal([]);
      expect(status).to.equal(1);
      expect(said).to.include("Name the Firebase project").and.include("npm run deploy -- --project ID");
    }
    expect(deploy(["--project", "demo-meetogram"]).said).to.include("exists in the emulators only");
  });
});
