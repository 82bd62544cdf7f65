import type { Check } from "../../check.ts";
import { commandToDeploy } from "../../cures.ts";
import { siteOf } from "../../deployment/site.ts";
import { ok } from "../../finding.ts";

export const siteCheck: Check = {
  id: "site",
  what: "Site",
  async run(doctor) {
    const site = await siteOf(doctor);
    const answer = await site.read("/");
    const { hostname } = new URL(answer.url);
    if (answer.status === 200 && answer.text.includes('id="app"')) {
      return ok(
        site.origin === new URL(answer.url).origin ? site.origin : `${site.origin}, which leads to ${hostname}`,
      );
    }
    return {
      mark: "failed",
      code: "no-site",
      says: `${site.origin} answers ${answer.status}, and not with meetogram's start`,
      cause: "Nothing was deployed to Hosting, or the site is at another address.",
      cure: `${commandToDeploy(doctor.project, "hosting")}, or tell the doctor its address with --site`,
    };
  },
};
