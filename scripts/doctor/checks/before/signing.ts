// Custom tokens are signed by the functions' service account in its own name. Google tells only the
// caller's rights, so the account's are read from its roles, on itself and on the project.
import * as v from "valibot";
import type { Check } from "../../check.ts";
import { commandToDeploy } from "../../cures.ts";
import { listFunctions, type DeployedFunction } from "../../deployment/functions.ts";
import { readProject } from "../../deployment/project.ts";
import type { Doctor } from "../../doctor.ts";
import { NotKnown, ok, told, type Finding } from "../../finding.ts";

const Policy = v.object({
  bindings: v.optional(
    v.array(
      v.object({ role: v.string(), members: v.optional(v.array(v.string()), []), condition: v.optional(v.unknown()) }),
    ),
    [],
  ),
});
const Role = v.object({ includedPermissions: v.optional(v.array(v.string()), []) });

const permission = "iam.serviceAccounts.signBlob";
const role = "roles/iam.serviceAccountTokenCreator";
const reader = "roles/iam.securityReviewer";

/** That of the deployed functions, or the one that they will have. */
async function findAccount(doctor: Doctor): Promise<string> {
  const deployed = await listFunctions(doctor).catch((): DeployedFunction[] => []);
  const signer = deployed.find(({ id }) => id === "connect");
  const { projectNumber } = await readProject(doctor);
  return signer?.serviceConfig.serviceAccountEmail ?? `${projectNumber}-compute@developer.gserviceaccount.com`;
}

async function mayIt(doctor: Doctor, roles: readonly string[]): Promise<boolean> {
  for (const name of roles) {
    const found = await doctor.google.read({ at: `iam.googleapis.com/v1/${name}`, role: reader }, Role);
    if (found?.includedPermissions.includes(permission) === true) return true;
  }
  return false;
}

/** Google makes it when something first uses it. */
function noAccount(account: string, { project, isBefore }: Doctor): Finding {
  const says = `${account} does not exist yet`;
  const cause = "It comes with the first deployment of functions, and needs the right then.";
  if (isBefore) return told(`${says}. ${cause}`);
  const cure = `${commandToDeploy(project, "functions")}, then ask the doctor again.`;
  return { mark: "failed", code: "no-account", says, cause, cure };
}

export const signingCheck: Check = {
  id: "signing",
  what: "Right to sign tokens",
  needs: ["project", "apis/iamcredentials"],
  async run(doctor) {
    const { google, project } = doctor;
    const account = await findAccount(doctor);
    const policies = [
      `iam.googleapis.com/v1/projects/${project}/serviceAccounts/${account}:getIamPolicy`,
      `cloudresourcemanager.googleapis.com/v1/projects/${project}:getIamPolicy`,
    ];
    let hidden: NotKnown | null = null;
    for (const at of policies) {
      try {
        const policy = await google.read({ at, body: {}, role: reader }, Policy);
        if (policy === null) return noAccount(account, doctor);
        const roles = policy.bindings
          .filter(({ members, condition }) => members.includes(`serviceAccount:${account}`) && condition === undefined)
          .map((binding) => binding.role);
        // The usual role is known; any other is looked up.
        if (roles.includes(role) || (await mayIt(doctor, roles))) return ok(`${account} has it`);
      } catch (error) {
        if (!(error instanceof NotKnown)) throw error;
        hidden = error;
      }
    }
    if (hidden !== null) throw hidden;
    return {
      mark: "failed",
      code: "may-not-sign",
      says: `${account} lacks ${permission}`,
      cause: "Without it connect answers 500. A role inherited from a folder or a group is not seen here.",
      cure:
        `gcloud iam service-accounts add-iam-policy-binding ${account} --project ${project} ` +
        `--member serviceAccount:${account} --role ${role}`,
    };
  },
};
