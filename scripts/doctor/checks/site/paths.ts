// Links arrive damaged. These paths must lead to the room's page, and what is nothing must say so.
import type { Check } from "../../check.ts";
import { commandToDeploy } from "../../cures.ts";
import { siteOf } from "../../deployment/site.ts";
import { ok } from "../../finding.ts";

export const pathsCheck: Check = {
  id: "paths",
  what: "Odd paths",
  needs: ["site"],
  async run(doctor) {
    const site = await siteOf(doctor);
    const { room } = site;
    const page = await site.read(`/r/${room}`);
    const faults: string[] = [];
    if (page.status !== 200) faults.push(`/r/${room} answers ${page.status}`);
    for (const path of [`//r/${room}`, `/R/${room}`, `/r/${room}/`, `/r/${room}.`]) {
      const { status, text, url } = await site.read(path);
      if (new URL(url).origin !== new URL(page.url).origin) faults.push(`${path} leads to another site`);
      else if (text !== page.text) faults.push(`${path} answers ${status}, and not with the room's page`);
    }
    for (const path of ["/nothing-here", "/docs/nothing-here/", "/.env"]) {
      const { status } = await site.read(path);
      if (status !== 404) faults.push(`${path} answers ${status}, not 404`);
    }
    if (faults.length === 0) return ok("damaged links lead to the room, and what is nothing answers 404");
    return {
      mark: "failed",
      code: "paths-differ",
      says: faults.join("; "),
      cause: "The rewrites in force are not those of firebase.json.",
      cure: commandToDeploy(doctor.project, "hosting"),
    };
  },
};
