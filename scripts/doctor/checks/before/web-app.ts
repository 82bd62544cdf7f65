// Hosting serves the configuration of a registered web app on /__/firebase/init.json.
import type { Check } from "../../check.ts";
import { parametersOf } from "../../deployment/parameters.ts";
import { listWebApps } from "../../deployment/web-apps.ts";
import { ok } from "../../finding.ts";

export const webAppCheck: Check = {
  id: "web-app",
  what: "Web app",
  needs: ["parameters", "project"],
  async run(doctor) {
    const { project } = doctor;
    const apps = await listWebApps(doctor);
    if (apps.length === 0) {
      return {
        mark: "failed",
        code: "no-web-app",
        says: "none is registered",
        cause: "Pages would get no configuration.",
        cure: `npx firebase apps:create WEB meetogram --project ${project}`,
      };
    }
    const { appCheckApp } = await parametersOf(doctor);
    if (appCheckApp !== "" && !apps.includes(appCheckApp)) {
      return {
        mark: "failed",
        code: "other-app",
        says: `APP_CHECK_APP_ID is ${appCheckApp}, which is no web app of this project`,
        cause: "The App Check tokens of another app are refused.",
        cure: `Set APP_CHECK_APP_ID to ${apps[0]} in functions/.env.${project}.`,
      };
    }
    return ok(apps.join(", "));
  },
};
