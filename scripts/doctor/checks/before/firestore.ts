// Each request waits for Firestore several times, so the two should be near each other.
import * as v from "valibot";
import type { Check } from "../../check.ts";
import { firebasePage } from "../../cures.ts";
import { parametersOf } from "../../deployment/parameters.ts";
import { ok } from "../../finding.ts";

const Database = v.object({ type: v.optional(v.string()), locationId: v.string() });

/** Regions and multi-regions: https://firebase.google.com/docs/firestore/locations */
const continents: Readonly<Record<string, string>> = { eur: "europe", nam: "america", us: "america" };

export function continentOf(location: string): string {
  const area = /^[a-z]+/.exec(location)?.[0] ?? location;
  return continents[area] ?? area.replace(/^(north|south)(?=america)/, "");
}

export const firestoreCheck: Check = {
  id: "firestore",
  what: "Firestore",
  needs: ["parameters", "project", "apis/firestore"],
  async run(doctor) {
    const { google, project } = doctor;
    const at = `firestore.googleapis.com/v1/projects/${project}/databases/(default)`;
    const database = await google.read({ at, role: "roles/datastore.viewer" }, Database);
    const { region } = await parametersOf(doctor);
    if (database === null) {
      return {
        mark: "failed",
        code: "no-database",
        says: "there is no database (default)",
        cause: "A new project has none. Its place cannot be changed later.",
        cure: `npx firebase firestore:databases:create "(default)" --location ${region} --project ${project}`,
      };
    }
    const { type, locationId } = database;
    if (type !== "FIRESTORE_NATIVE") {
      return {
        mark: "failed",
        code: "not-native",
        says: `(default) is in ${type === "DATASTORE_MODE" ? "Datastore mode" : type}`,
        cause: "Browsers reach Firestore in Native mode only. A mode can be changed only while nothing is stored.",
        cure: `Take another project, or see ${firebasePage(project, "firestore")}`,
      };
    }
    if (continentOf(locationId) !== continentOf(region)) {
      return {
        mark: "failed",
        code: "far-away",
        says: `(default) is in ${locationId}, the functions in ${region}`,
        cause: "A database cannot move, and each request would cross an ocean several times.",
        cure: `Choose a REGION near ${locationId} in functions/.env.${project} and in each rewrite of firebase.json.`,
        parts: ["place"],
      };
    }
    return ok(`(default) in Native mode, in ${locationId}; functions in ${region}`);
  },
};
