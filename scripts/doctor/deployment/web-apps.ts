// The IDs of the project's web apps.
import * as v from "valibot";
import type { Doctor } from "../doctor.ts";

const WebApp = v.object({ appId: v.string(), state: v.optional(v.string(), "ACTIVE") });

export function listWebApps({ google, project, once }: Doctor): Promise<string[]> {
  return once("web apps", async () => {
    const at = `firebase.googleapis.com/v1beta1/projects/${project}/webApps`;
    const apps = await google.list({ at }, "apps", WebApp);
    return apps.filter(({ state }) => state === "ACTIVE").map(({ appId }) => appId);
  });
}
