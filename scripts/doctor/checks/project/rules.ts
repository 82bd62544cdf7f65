// The rules that Firestore follows, against firestore.rules of this copy.
import * as v from "valibot";
import type { Check } from "../../check.ts";
import { commandToDeploy } from "../../cures.ts";
import { ok } from "../../finding.ts";

const Release = v.object({ rulesetName: v.string() });
const Ruleset = v.object({ source: v.object({ files: v.array(v.object({ content: v.optional(v.string(), "") })) }) });

const role = "roles/firebaserules.viewer";
const toLines = (text: string): string[] => text.replaceAll("\r\n", "\n").trimEnd().split("\n");

export const rulesCheck: Check = {
  id: "rules",
  what: "Rules in force",
  needs: ["project", "apis/firebaserules", "firestore"],
  async run({ google, project, tree }) {
    const cure = commandToDeploy(project, "firestore:rules");
    const release = `firebaserules.googleapis.com/v1/projects/${project}/releases/cloud.firestore`;
    const current = await google.read({ at: release, role }, Release);
    const ruleset =
      current && (await google.read({ at: `firebaserules.googleapis.com/v1/${current.rulesetName}`, role }, Ruleset));
    if (ruleset === null) {
      const cause = "They were never deployed, so Firestore denies everything.";
      return { mark: "failed", code: "no-rules", says: "there are none", cause, cure };
    }
    const [ours, theirs] = [tree.rules, ruleset.source.files[0]?.content ?? ""].map(toLines) as [string[], string[]];
    const differing = ours.findIndex((line, index) => line !== theirs[index]);
    if (differing < 0 && ours.length === theirs.length) return ok("they are firestore.rules of this copy");
    const line = differing < 0 ? ours.length + 1 : differing + 1;
    return {
      mark: "failed",
      code: "other-rules",
      says: `they differ from firestore.rules, first in line ${line}`,
      cause: "Another version was deployed, or somebody has changed them in the console.",
      cure,
    };
  },
};
