// The fields that firestore.indexes.json treats apart: their TTL policies, which delete what has
// expired, and their indexes.
import * as v from "valibot";
import type { Check } from "../../check.ts";
import { commandToDeploy } from "../../cures.ts";
import { NotKnown, ok } from "../../finding.ts";
import type { FieldOverride } from "../../tree.ts";

/** https://firebase.google.com/docs/firestore/reference/rest/v1/projects.databases.collectionGroups.fields */
const Field = v.object({
  name: v.string(),
  indexConfig: v.optional(
    v.object({
      indexes: v.optional(
        v.array(v.object({ queryScope: v.string(), fields: v.array(v.object({ order: v.optional(v.string()) })) })),
        [],
      ),
    }),
    {},
  ),
  ttlConfig: v.optional(v.object({ state: v.optional(v.string()) })),
});

const nameOf = ({ collectionGroup, fieldPath, ttl }: FieldOverride): string =>
  `${collectionGroup}.${fieldPath}${ttl ? " (TTL)" : ""}`;
const sorted = (indexes: readonly string[]): string => [...indexes].sort().join(", ");

function compare(wanted: FieldOverride, found: v.InferOutput<typeof Field> | undefined): "same" | "waits" | "differs" {
  const indexes = found?.indexConfig.indexes ?? [];
  const ours = sorted(wanted.indexes.map(({ queryScope, order }) => `${queryScope} ${order}`));
  const theirs = sorted(indexes.map(({ queryScope, fields }) => `${queryScope} ${fields[0]?.order}`));
  if (found === undefined || ours !== theirs || wanted.ttl !== (found.ttlConfig !== undefined)) return "differs";
  if (!wanted.ttl || found.ttlConfig?.state === "ACTIVE") return "same";
  return found.ttlConfig?.state === "CREATING" ? "waits" : "differs";
}

export const ttlCheck: Check = {
  id: "ttl",
  what: "TTL policies and indexes",
  needs: ["project", "apis/firestore", "firestore"],
  async run({ google, project, tree }) {
    const filter = encodeURIComponent("indexConfig.usesAncestorConfig=false OR ttlConfig:*");
    const parent = `firestore.googleapis.com/v1/projects/${project}/databases/(default)/collectionGroups/-`;
    const at = `${parent}/fields?filter=${filter}`;
    const fields = await google.list({ at, role: "roles/datastore.viewer" }, "fields", Field);
    const states = tree.fields.map((wanted) => {
      const end = `/collectionGroups/${wanted.collectionGroup}/fields/${wanted.fieldPath}`;
      return [
        nameOf(wanted),
        compare(
          wanted,
          fields.find(({ name }) => name.endsWith(end)),
        ),
      ] as const;
    });
    const those = (state: string) => states.flatMap(([name, its]) => (its === state ? [name] : [])).join(", ");
    if (those("differs") !== "") {
      return {
        mark: "failed",
        code: "fields-differ",
        says: `not as in firestore.indexes.json: ${those("differs")}`,
        cause: "Expired seats and unread signals would stay, and cost.",
        cure: commandToDeploy(project, "firestore:indexes"),
      };
    }
    if (those("waits") !== "") {
      throw new NotKnown("being-made", `Google still makes ${those("waits")}`, "Ask the doctor again in an hour.");
    }
    return ok(`as in firestore.indexes.json: ${those("same")}`);
  },
};
