// One visit of the doctor in this process, at an imitated project.
import { expect } from "chai";
import { before, inProject, type Part } from "../../doctor/checks/table.ts";
import type { Options } from "../../doctor/doctor.ts";
import { examine, type Examined } from "../../doctor/examine.ts";
import { readTree } from "../../doctor/tree.ts";
import { copyTree } from "./copy-of-tree.ts";
import { accessToken, project } from "./google-answers.ts";
import type { Google } from "./google-imitation.ts";

export interface Visit {
  readonly parts?: readonly Part[];
  readonly files?: Readonly<Record<string, string>>;
  readonly options?: Partial<Options>;
}

export async function visit(
  { port }: Google,
  { parts = [before, inProject], files = {}, options = {} }: Visit = {},
): Promise<Examined[]> {
  const copy = copyTree(files);
  try {
    return await examine(
      parts.flatMap(({ checks }) => checks),
      {
        project,
        tree: readTree(copy.root),
        isBefore: false,
        signIn: async () => ({ who: "anna@example.com", accessToken }),
        originOf: (host) => `http://127.0.0.1:${port}/${host}`,
        timeoutMs: 100_000,
        ...options,
      },
    );
  } finally {
    copy.remove();
  }
}

/** What is neither well nor only told nor skipped, as `check: code`. */
export function faultsIn(found: readonly Examined[]): string[] {
  return found.flatMap(({ check, finding }) =>
    finding.mark === "failed" || finding.mark === "unknown" ? [`${check.id}: ${finding.mark} ${finding.code}`] : [],
  );
}

export function findingOf(found: readonly Examined[], id: string): Examined["finding"] {
  const one = found.find(({ check }) => check.id === id);
  expect(one, id).not.to.equal(undefined);
  return one!.finding;
}

export const skippedIn = (found: readonly Examined[]): string[] =>
  found.flatMap(({ check, finding }) => (finding.mark === "skipped" ? [`${check.id} after ${finding.waitsFor}`] : []));
