import * as v from "valibot";
import type { Check } from "../../check.ts";
import { firebasePage } from "../../cures.ts";
import { ok } from "../../finding.ts";

const BillingInfo = v.object({ billingEnabled: v.optional(v.boolean(), false) });

export const billingCheck: Check = {
  id: "billing",
  what: "Blaze plan",
  needs: ["project"],
  async run({ google, project }) {
    const info = await google.read(
      { at: `cloudbilling.googleapis.com/v1/projects/${project}/billingInfo` },
      BillingInfo,
    );
    if (info?.billingEnabled === true) return ok("billing is on");
    return {
      mark: "failed",
      code: "billing-off",
      says: "billing is off",
      cause: "Cloud Functions run on the Blaze plan only. A stop of your own budget also switches billing off.",
      cure: firebasePage(project, "usage/details"),
    };
  },
};
