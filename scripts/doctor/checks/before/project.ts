// Google says of a project that does not exist what it says of one that the account may not see.
import type { Check } from "../../check.ts";
import { findProject } from "../../deployment/project.ts";
import { NotKnown, ok } from "../../finding.ts";

export const projectCheck: Check = {
  id: "project",
  what: "Project",
  needs: ["sign-in"],
  async run(doctor) {
    const { project } = doctor;
    const found = await findProject(doctor).catch((error: unknown) => {
      if (!(error instanceof NotKnown) || error.code !== "forbidden") throw error;
      const because = `there is no project ${project}, or your account may not see it`;
      throw new NotKnown("forbidden", because, "npx firebase projects:list shows those that you may see.");
    });
    if (found === null) {
      return {
        mark: "failed",
        code: "no-firebase",
        says: `${project} is no Firebase project`,
        cause: "Firebase was never added to this Google Cloud project, or the ID is misspelt.",
        cure: `npx firebase projects:addfirebase ${project}`,
      };
    }
    if (found.state !== "ACTIVE") {
      return {
        mark: "failed",
        code: "project-deleted",
        says: `${project} is being deleted`,
        cause: "Somebody has shut the project down. It can be restored for 30 days.",
        cure: "https://console.cloud.google.com/cloud-resource-manager?pendingDeletion=true",
      };
    }
    return ok(`${project}, number ${found.projectNumber}`);
  },
};
