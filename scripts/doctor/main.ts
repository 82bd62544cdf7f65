// `npm run doctor`: looks at everything that a deployment needs, and at the deployment itself. It
// writes nothing to the project, and prints no token.
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { Failure } from "../system/failure.ts";
import { before, inProject, onSite } from "./checks/table.ts";
import { examine, type Examined } from "./examine.ts";
import { checkProjectID, help, Misuse, parseOptions } from "./options.ts";
import { isWell, skippedToText, summarize, toJson, toText } from "./report.ts";
import { signIn } from "./sign-in.ts";
import { findAlias, readTree } from "./tree.ts";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const signInWithinMs = 30_000;

/** For the tests: an imitation of Google on this machine. A token goes nowhere else. */
function originOfGoogle(): { originOf?: (host: string) => string } {
  const imitation = process.env["DOCTOR_IMITATION_PORT"];
  return imitation === undefined ? {} : { originOf: (host) => `http://127.0.0.1:${Number(imitation)}/${host}` };
}

async function run(): Promise<number> {
  const wanted = parseOptions(process.argv.slice(2));
  if (wanted === null) {
    console.log(help);
    return 0;
  }
  const { isBefore, site, isJson } = wanted;
  const named = findAlias(root, wanted.project);
  const project = checkProjectID(named ?? wanted.project);
  const parts = isBefore ? [before] : [before, inProject, onSite];
  const checks = parts.flatMap((part) => part.checks);
  const nameOf = (id: string): string => checks.find((check) => check.id === id)?.what ?? id;
  const seen: Examined[] = [];

  function show(examined: Examined): void {
    seen.push(examined);
    if (isJson) return;
    const part = parts.find((one) => one.checks.includes(examined.check))!;
    if (examined.check === part.checks[0]) console.log(`\n${part.title}`);
    if (examined.finding.mark !== "skipped") console.log(toText(examined));
    if (examined.check !== part.checks.at(-1)) return;
    const ofPart = seen.filter(({ check }) => part.checks.includes(check));
    for (const line of skippedToText(ofPart, nameOf)) console.log(line);
  }

  const found = await examine(
    checks,
    {
      project,
      alias: named === undefined ? undefined : wanted.project,
      tree: readTree(root),
      isBefore,
      site,
      signIn: () => signIn(root, project, signInWithinMs),
      ...originOfGoogle(),
    },
    show,
  );
  console.log(isJson ? toJson(project, found) : `\n${project}: ${summarize(found)}.`);
  return isWell(found) ? 0 : 1;
}

try {
  process.exitCode = await run();
} catch (error) {
  if (!(error instanceof Misuse) && !(error instanceof Failure)) throw error;
  console.error(error instanceof Misuse ? `${error.message}\n\n${help}` : error.message);
  process.exitCode = error instanceof Misuse ? 2 : 1;
}
// What still waits for an answer, such as a login that never came, holds nobody up.
process.exit();
