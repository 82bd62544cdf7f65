// Every check. `defaultChecks` are what each change needs, and are fast. `longChecks` take long by
// nature: silences that last, a full room, thousands of seeds and requests, repeated journeys.
import { join } from "node:path";
import type { Check } from "./check.ts";

const reporter = join(import.meta.dirname, "progress-reporter.cjs");
const long = "**/*.long.test.ts";
const browser = "**/*.browser.{test,long.test}.ts";

interface MochaRun {
  readonly folder: string;
  readonly files: readonly string[];
  readonly ignore?: readonly string[];
  /** Nothing may run beside it. */
  readonly isAlone?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

export function mochaCheck(name: string, { folder, files, ignore = [], isAlone = false, env = {} }: MochaRun): Check {
  const ignored = ignore.map((pattern) => `--ignore=${pattern}`);
  return {
    name,
    command: ["mocha/bin/mocha.js", `--reporter=${reporter}`, ...ignored, ...files],
    folder,
    isMocha: true,
    isAlone,
    env,
  };
}

/** The tests of a workspace that need no browser. */
const unit = (folder: string) => mochaCheck(folder, { folder, files: ["test/**/*.test.ts"], ignore: [browser, long] });

/** The same tests with all their seeds, and the long ones. */
const unitLong = (folder: string) =>
  mochaCheck(`${folder}-long`, {
    folder,
    files: ["test/**/*.test.ts"],
    ignore: [browser],
    env: { LONG_TESTS: "1" },
  });

const workspacesOfTypes = [
  "contract",
  "client",
  "openapi",
  "embedded-firestore",
  "functions",
  "e2e",
  "benchmarks",
  "examples",
];

/**
 * The longest checks come first, so that the lanes end at about the same time. What needs no
 * browser stands before the third suite in a browser: two at once keep two CPUs busy.
 */
export const defaultChecks: readonly Check[] = [
  mochaCheck("journeys", {
    folder: "e2e",
    files: ["test/{journeys,chat,files,signs,waiting,recording,api,docs,embed,example}/**/*.test.ts"],
    ignore: [long],
  }),
  mochaCheck("hosting-browser", { folder: "hosting", files: ["test/**/*.browser.test.ts"] }),
  mochaCheck("rules", { folder: "e2e", files: ["test/rules/*.test.ts"] }),
  unit("embedded-firestore"),
  unit("functions"),
  // Starts the whole system, without a browser.
  unit("scripts"),
  mochaCheck("faults", { folder: "e2e", files: ["test/{faults,removal}/**/*.test.ts"], ignore: [long] }),
  mochaCheck("firefox", { folder: "e2e", files: ["test/firefox/*.test.ts"], ignore: [long] }),
  mochaCheck("npm-start", { folder: "e2e", files: ["test/start/*.test.ts"], ignore: [long] }),
  { name: "format", command: ["oxfmt/bin/oxfmt", "--check", "."] },
  { name: "types-of-hosting", command: ["vue-tsc/bin/vue-tsc.js", "-p", "hosting"] },
  { name: "types", command: ["@typescript/native/bin/tsc", "-b", ...workspacesOfTypes, "scripts"] },
  unit("hosting"),
  { name: "lint", command: ["oxlint/bin/oxlint"] },
  { name: "lint-of-templates", command: ["eslint/bin/eslint.js", ".", "--max-warnings=0"] },
  {
    name: "directions",
    command: ["dependency-cruiser/bin/dependency-cruise.mjs", "--config", ".dependency-cruiser.mjs", "."],
  },
  unit("client"),
  unit("openapi"),
  unit("contract"),
];

export const longChecks: readonly Check[] = [
  mochaCheck("faults-long", {
    folder: "e2e",
    files: ["test/{start,journeys,chat,files,waiting,recording,faults,removal,silences}/**/*.long.test.ts"],
  }),
  // They wait much and compute little, so they run beside the others.
  mochaCheck("other-browsers-long", { folder: "e2e", files: ["test/{firefox,webkit}/*.long.test.ts"] }),
  mochaCheck("hosting-browser-long", { folder: "hosting", files: ["test/**/*.browser.long.test.ts"] }),
  unitLong("functions"),
  unitLong("embedded-firestore"),
  unitLong("hosting"),
  unitLong("client"),
  unitLong("scripts"),
  {
    name: "repeated",
    command: [join(import.meta.dirname, "..", "repeat.ts"), "--runs", "1", "--as-built"],
  },
  mochaCheck("alone", { folder: "e2e", files: ["test/alone/*.long.test.ts"], isAlone: true }),
];
