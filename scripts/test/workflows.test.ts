// What GitHub Actions will run: without a fault, and by the commands that README.md names.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { parse } from "yaml";
import { lintWorkflow, lintWorkflows } from "../checks/workflows.ts";

const root = join(import.meta.dirname, "../..");
const folder = join(root, ".github/workflows");
const read = (name: string): string => readFileSync(join(folder, name), "utf8");

interface Step {
  readonly run?: string;
  readonly uses?: string;
}

interface Job {
  readonly if?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

const jobOf = (file: string, name: string): Job => (parse(read(file)) as { jobs: Record<string, Job> }).jobs[name]!;
const runsOf = (job: Job): string[] => job.steps.flatMap(({ run }) => (run === undefined ? [] : [run]));

describe("the workflows", () => {
  it("have no fault that GitHub or our rules know", async () => {
    expect(await lintWorkflows(folder)).to.deep.equal([]);
  });

  const checks = read("checks.yml");
  const planted: readonly (readonly [fault: string, text: string, found: RegExp])[] = [
    ["a key that does not exist", checks.replace("runs-on", "run-on"), /^\d+: Unexpected value 'run-on'/],
    ["a context that does not exist", checks.replace("github.ref }}", "githb.ref }}"), /githb/],
    ["a job that needs none", checks.replace("needs: test", "needs: tests"), /Value 'tests' is not valid/],
    ["a date that never comes", checks.replace("23 3 * * 1", "23 33 * * 1"), /cron/i],
    ["an unknown permission", checks.replace("contents: read", "content: read"), /Unexpected value 'content'/],
    ["broken YAML", checks.replace("      - run: npm test\n", "     - run: npm test\n"), /sequence|mapping/],
    ["a tag, which can be moved", checks.replace(/checkout@\w+ # v[\d.]+/, "checkout@v6"), /pin the action/],
    ["a hash without its version", checks.replace(/(checkout@\w+) # v[\d.]+/, "$1"), /pin the action/],
    ["more permissions than to read", checks.replace("contents: read", "contents: write"), /permissions/],
    ["a job that may hang", checks.replace("timeout-minutes: 60", "name: tests"), /job test: set timeout-minutes/],
    ["no concurrency group", checks.replace(/concurrency:\n(?: .*\n)+/, ""), /concurrency group/],
    [
      "a title that becomes a command",
      checks.replace("run: npm test", "run: echo ${{ github.event.pull_request.title }}"),
      /inject/,
    ],
  ];
  for (const [fault, text, found] of planted) {
    it(`are refused with ${fault}`, async () => {
      expect(text, "the fault is planted").not.to.equal(checks);
      expect((await lintWorkflow(text)).join("\n")).to.match(found);
    });
  }

  it("test every change by npm test, and what is long by npm run test:long", () => {
    expect(runsOf(jobOf("checks.yml", "test"))).to.deep.equal(["npm test"]);
    expect(runsOf(jobOf("checks.yml", "test-long"))).to.deep.equal(["npm run test:long"]);
  });

  it("deploy by npm run deploy", () => {
    expect(runsOf(jobOf("deploy.yml", "deploy")).at(-1)).to.match(/^npm run deploy -- --project "\$PROJECT"/);
  });

  it("give an identity to the job that deploys and to no other, and none to a fork", () => {
    const identified = ["checks.yml", "preview.yml", "deploy.yml"].flatMap((file) =>
      Object.entries((parse(read(file)) as { jobs: Record<string, Job> }).jobs).flatMap(([name, { permissions }]) =>
        permissions?.["id-token"] === "write" ? [name] : [],
      ),
    );
    expect(identified).to.deep.equal(["preview", "deploy"]);
    expect(read("preview.yml")).not.to.include("secrets.").and.not.include("pull_request_target");
    expect(jobOf("preview.yml", "preview").if).to.include(
      "github.event.pull_request.head.repo.full_name == github.repository",
    );
  });
});
