// firebase.json cannot read a parameter, so it repeats the region of the functions.
import type { Check } from "../../check.ts";
import { functionIDs } from "../../deployment/functions.ts";
import { parametersOf } from "../../deployment/parameters.ts";
import { ok } from "../../finding.ts";

export const rewritesCheck: Check = {
  id: "rewrites",
  what: "Rewrites and REGION",
  needs: ["parameters"],
  async run(doctor) {
    const { region } = await parametersOf(doctor);
    const { rewrites } = doctor.tree;
    const others = rewrites.filter((rewrite) => rewrite.region !== region);
    const unserved = functionIDs.filter(
      (id) => id !== "sweep" && !rewrites.some(({ functionId }) => functionId === id),
    );
    if (others.length > 0) {
      return {
        mark: "failed",
        code: "other-region",
        says: `REGION is ${region}, ${others.length} rewrites of firebase.json say ${others[0]!.region}`,
        cause: "Hosting would ask functions that are not there, and answer 404.",
        cure: `Write "region": "${region}" into each rewrite of firebase.json, or change REGION.`,
      };
    }
    if (unserved.length > 0) {
      return {
        mark: "failed",
        code: "no-rewrite",
        says: `firebase.json has no rewrite to ${unserved.join(", ")}`,
        cause: "Pages ask all functions through Hosting.",
        cure: "git diff firebase.json shows what was taken away.",
      };
    }
    return ok(`all ${rewrites.length} say ${region}`);
  },
};
