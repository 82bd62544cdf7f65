// The only configuration that pages read.
import * as v from "valibot";
import type { Check } from "../../check.ts";
import { siteOf } from "../../deployment/site.ts";
import { listWebApps } from "../../deployment/web-apps.ts";
import { ok } from "../../finding.ts";

/** They become parts of commands. */
const Identifier = v.pipe(v.string(), v.regex(/^[\w:.-]*$/));
const Init = v.object({ projectId: Identifier, apiKey: v.string(), appId: v.optional(Identifier, "") });

function parse(text: string): v.InferOutput<typeof Init> | undefined {
  try {
    return v.parse(Init, JSON.parse(text));
  } catch {
    return undefined;
  }
}

export const initJsonCheck: Check = {
  id: "init-json",
  what: "Configuration",
  needs: ["site"],
  explainedBy: ["web-app"],
  async run(doctor) {
    const { project } = doctor;
    const site = await siteOf(doctor);
    const { status, text } = await site.read("/__/firebase/init.json");
    const init = status === 200 ? parse(text) : undefined;
    if (init === undefined) {
      return {
        mark: "failed",
        code: "no-configuration",
        says: `/__/firebase/init.json answers ${status}, and with no configuration`,
        cause: "Hosting knows no web app of the project, or something else than Hosting serves the site.",
        cure: `npx firebase apps:list WEB --project ${project}, then link one to the site in the console.`,
      };
    }
    if (init.projectId !== project) {
      return {
        mark: "failed",
        code: "other-project",
        says: `${site.origin} belongs to the project ${init.projectId}`,
        cause: "The site was deployed to another project, or --project names another one.",
        cure: `npm run doctor -- --project ${init.projectId}`,
      };
    }
    const apps = await listWebApps(doctor).catch((): string[] => []);
    if (apps.length > 0 && !apps.includes(init.appId)) {
      return {
        mark: "failed",
        code: "other-app",
        says: `it names the app ${init.appId || "(none)"}, which the project does not have`,
        cause: "The app was removed after the site was linked to it.",
        cure: `npx firebase apps:list WEB --project ${project}, then link one to the site in the console.`,
      };
    }
    return ok(`project ${init.projectId}, app ${init.appId}`);
  },
};
