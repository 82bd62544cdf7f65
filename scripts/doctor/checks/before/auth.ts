import * as v from "valibot";
import type { Check } from "../../check.ts";
import { firebasePage } from "../../cures.ts";
import { ok } from "../../finding.ts";

export const authCheck: Check = {
  id: "auth",
  what: "Authentication",
  needs: ["project", "apis/identitytoolkit"],
  async run({ google, project }) {
    const at = `identitytoolkit.googleapis.com/admin/v2/projects/${project}/config`;
    const config = await google.read({ at, isCounted: true, role: "roles/firebaseauth.viewer" }, v.looseObject({}));
    if (config !== null) return ok("initialized");
    return {
      mark: "failed",
      code: "auth-not-initialized",
      says: "not initialized",
      cause: "Nobody has pressed Get started, so no token can be exchanged. No provider is needed.",
      cure: firebasePage(project, "authentication"),
    };
  },
};
