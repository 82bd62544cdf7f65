// The Firebase CLI enables what functions need when it deploys them: Eventarc, Pub/Sub and Storage
// too, whether a function uses them or not. Nothing enables the rest.
import * as v from "valibot";
import type { Check } from "../../check.ts";
import { commandToEnable } from "../../cures.ts";
import { parametersOf } from "../../deployment/parameters.ts";
import { ok, told } from "../../finding.ts";

const prepared = ["firestore", "firebaserules", "identitytoolkit", "securetoken", "iamcredentials"];
const deployed = [
  ...["cloudfunctions", "run", "cloudbuild", "artifactregistry", "eventarc", "pubsub", "storage", "cloudscheduler"],
];

const Services = v.object({
  services: v.optional(v.array(v.object({ name: v.string(), state: v.optional(v.string()) })), []),
});

const hostOf = (api: string): string => `${api}.googleapis.com`;

export const apisCheck: Check = {
  id: "apis",
  what: "APIs",
  needs: ["project"],
  async run(doctor) {
    const { google, project, isBefore } = doctor;
    const { appCheckApp } = await parametersOf(doctor).catch(() => ({ appCheckApp: "" }));
    const byHand = appCheckApp === "" ? prepared : [...prepared, "firebaseappcheck"];
    const names = [...byHand, ...deployed].map((api) => `names=projects/${project}/services/${hostOf(api)}`);
    const at = `serviceusage.googleapis.com/v1/projects/${project}/services:batchGet?${names.join("&")}`;
    const answer = await google.read(
      { at, isCounted: true, role: "roles/serviceusage.serviceUsageConsumer" },
      Services,
    );
    const on = new Set(
      (answer?.services ?? []).filter(({ state }) => state === "ENABLED").map(({ name }) => name.split("/").at(-1)),
    );
    const areOff = (apis: readonly string[]) => apis.filter((api) => !on.has(hostOf(api)));
    const missing = areOff(isBefore ? byHand : [...byHand, ...deployed]);
    const later = areOff(deployed).map(hostOf);
    if (missing.length === 0) {
      return later.length === 0
        ? ok(`all ${names.length} are enabled`)
        : told(`firebase deploy will enable ${later.join(", ")}`);
    }
    return {
      mark: "failed",
      code: "apis-off",
      says: `off: ${missing.map(hostOf).join(", ")}`,
      cause: "The deployment uses them, and the project does not allow it yet.",
      cure: commandToEnable(project, missing.map(hostOf)),
      parts: missing,
    };
  },
};
