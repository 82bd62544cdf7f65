// The functions as they are deployed.
import * as v from "valibot";
import type { Doctor } from "../doctor.ts";

const DeployedFunction = v.object({
  /** projects/{project}/locations/{region}/functions/{id} */
  name: v.string(),
  state: v.optional(v.string(), "STATE_UNSPECIFIED"),
  url: v.optional(v.string()),
  stateMessages: v.optional(v.array(v.looseObject({ message: v.optional(v.string()) })), []),
  buildConfig: v.optional(v.object({ runtime: v.optional(v.string()) }), {}),
  serviceConfig: v.optional(v.object({ uri: v.optional(v.string()), serviceAccountEmail: v.optional(v.string()) }), {}),
});

export type DeployedFunction = v.InferOutput<typeof DeployedFunction> & {
  readonly id: string;
  readonly region: string;
};

/** Those that functions/src/index.ts exports. */
export const functionIDs = ["create", "connect", "generateID", "room", "appCheck", "sweep"] as const;

export function listFunctions(doctor: Doctor): Promise<DeployedFunction[]> {
  return doctor.once("functions", async () => {
    const filter = encodeURIComponent('environment="GEN_2"');
    const at = `cloudfunctions.googleapis.com/v2/projects/${doctor.project}/locations/-/functions?filter=${filter}`;
    const found = await doctor.google.list({ at, role: "roles/cloudfunctions.viewer" }, "functions", DeployedFunction);
    return found.map((deployed) => {
      const [, , , region = "", , id = ""] = deployed.name.split("/");
      return { ...deployed, id, region };
    });
  });
}

/** Its own address, past Hosting. */
export const addressOf = ({ serviceConfig, url }: DeployedFunction): string | undefined => serviceConfig.uri ?? url;
