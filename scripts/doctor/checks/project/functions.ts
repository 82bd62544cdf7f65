import type { Check } from "../../check.ts";
import { commandToDeploy } from "../../cures.ts";
import { functionIDs, listFunctions } from "../../deployment/functions.ts";
import { parametersOf } from "../../deployment/parameters.ts";
import { NotKnown, ok } from "../../finding.ts";

export const functionsCheck: Check = {
  id: "functions",
  what: "Functions",
  needs: ["parameters", "project", "apis/cloudfunctions"],
  explainedBy: ["billing"],
  async run(doctor) {
    const { project, tree } = doctor;
    const { region } = await parametersOf(doctor);
    const found = await listFunctions(doctor);
    const cure = commandToDeploy(project, "functions");
    const missing = functionIDs.filter((id) => !found.some((deployed) => deployed.id === id));
    if (missing.length > 0) {
      const says = missing.length === functionIDs.length ? "none is deployed" : `missing: ${missing.join(", ")}`;
      return {
        mark: "failed",
        code: "not-deployed",
        says,
        cause: "The deployment was never made, or ended early.",
        cure,
      };
    }
    const here = found.filter((deployed) => deployed.region === region);
    const away = functionIDs.filter((id) => !here.some((deployed) => deployed.id === id));
    if (away.length > 0) {
      const where = found.find(({ id }) => id === away[0])?.region;
      const cause = "REGION was changed after the deployment.";
      return {
        mark: "failed",
        code: "other-region",
        says: `${away.join(", ")} in ${where}, not in ${region}`,
        cause,
        cure,
      };
    }
    const ours = here.filter(({ id }) => functionIDs.some((known) => known === id));
    const resting = ours.filter(({ state }) => state !== "ACTIVE" && state !== "DEPLOYING");
    if (resting.length > 0) {
      const says = resting.map(({ id, state }) => `${id} is ${state}`).join(", ");
      const cause = resting[0]!.stateMessages[0]?.message ?? "Its last deployment failed.";
      return { mark: "failed", code: "not-active", says, cause, cure };
    }
    const older = ours.filter(({ buildConfig }) => buildConfig.runtime !== tree.runtime);
    if (older.length > 0) {
      const says = older.map(({ id, buildConfig }) => `${id} runs on ${buildConfig.runtime}`).join(", ");
      const cause = `firebase.json says ${tree.runtime}, so another version is deployed.`;
      return { mark: "failed", code: "other-runtime", says, cause, cure };
    }
    if (ours.some(({ state }) => state === "DEPLOYING")) {
      throw new NotKnown("being-made", "a deployment is under way", "Ask the doctor again when it has ended.");
    }
    return ok(`${ours.length} are active in ${region}, on ${tree.runtime}`);
  },
};
