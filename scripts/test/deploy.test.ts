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
if (process.env.GOOGLE_APPLICATION_CREDENTIALS) appendFileSync(process.env.OPENED, call + "\\n");
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

  interface Deployed {
    readonly status: number | null;
    readonly said: string;
    readonly calls: string[];
    /** The calls that had the credentials of the project. */
    readonly opened: string[];
  }

  function deploy(args: readonly string[], failing = ""): Deployed {
    const [calls, opened] = [join(folder, "calls"), join(folder, "opened")];
    for (const file of [calls, opened]) writeFileSync(file, "");
    const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", script, ...args], {
      encoding: "utf8",
      env: {
        ...process.env,
        NODE_OPTIONS: "",
        PATH: folder + delimiter + process.env["PATH"],
        CALLS: calls,
        OPENED: opened,
        GOOGLE_APPLICATION_CREDENTIALS: "/credentials.json",
        FAILING: failing,
      },
    });
    const linesOf = (file: string) => readFileSync(file, "utf8").split("\n").filter(Boolean);
    return { status, said: stdout + stderr, calls: linesOf(calls), opened: linesOf(opened) };
  }

  it("checks the project, runs the tests, deploys, and checks the site, in this order", () => {
    const { status, said, calls } = deploy(["--project", "my-project"]);
    expect(calls).to.deep.equal([checkBefore, tests, "npx firebase deploy --project my-project", checkAfter]);
    expect(status, said).to.equal(0);
  });

  it("keeps the credentials of the project from the tests", () => {
    const { opened } = deploy(["--project", "my-project"]);
    expect(opened).to.deep.equal([checkBefore, "npx firebase deploy --project my-project", checkAfter]);
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
