// The workflows of GitHub Actions, read by GitHub's own language service, and held to what it does
// not ask: pinned actions, few permissions, an end to each job.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { validate } from "@actions/languageservice";
import { TextDocument } from "vscode-languageserver-textdocument";
import { parse } from "yaml";

interface Job {
  readonly "timeout-minutes"?: number;
}

interface Workflow {
  readonly permissions?: unknown;
  readonly concurrency?: unknown;
  readonly jobs?: Readonly<Record<string, Job>>;
}

/** A commit, which nobody can move, and the version for people. */
const pinned = /^\s*-?\s*uses: [\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;

function faultsOfLines(text: string): string[] {
  return text.split("\n").flatMap((line, index) => {
    if (/\buses:/.test(line) && !pinned.test(line)) {
      return [`${index + 1}: pin the action by the commit of a version: owner/name@<40 digits> # v1.2.3`];
    }
    if (/^\s*(?:-\s*)?run:.*\$\{\{/.test(line)) {
      return [`${index + 1}: an expression in a command can inject one. Give it in env.`];
    }
    return [];
  });
}

function faultsOfWorkflow({ permissions, concurrency, jobs = {} }: Workflow): string[] {
  const endless = Object.keys(jobs).filter((name) => jobs[name]?.["timeout-minutes"] === undefined);
  return [
    ...(JSON.stringify(permissions) === '{"contents":"read"}'
      ? []
      : ["1: permissions: {contents: read}; a job may ask for more"]),
    ...(concurrency === undefined ? ["1: name a concurrency group"] : []),
    ...endless.map((name) => `1: job ${name}: set timeout-minutes`),
  ];
}

let count = 0;

/** Each fault begins with its line. */
export async function lintWorkflow(text: string): Promise<string[]> {
  // The service remembers what it has read by its address.
  const uri = `file:///.github/workflows/${(count += 1)}.yml`;
  const document = TextDocument.create(uri, "yaml", 1, text);
  const found = (await validate(document)).map(({ message, range }) => `${range.start.line + 1}: ${message}`);
  // What is no YAML has no structure to look at.
  return found.length > 0 ? found : [...faultsOfLines(text), ...faultsOfWorkflow(parse(text) as Workflow)];
}

/** Of every workflow in a folder. Each fault begins with file and line. */
export async function lintWorkflows(folder: string): Promise<string[]> {
  const files = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
  if (files.length === 0) throw new Error(`${pathToFileURL(folder).href} has no workflow.`);
  const faults = await Promise.all(
    files.map(async (file) =>
      (await lintWorkflow(readFileSync(join(folder, file), "utf8"))).map((fault) => `${file}:${fault}`),
    ),
  );
  return faults.flat();
}
