// `npm run build`: builds what is deployed, and nothing that is built already. `firebase deploy`
// calls it for each part, so a deployment after the tests builds nothing again. It also writes what
// `firebase emulators:start` needs to serve the site.
import { dirname } from "node:path";
import { buildWorkspace, workspaces, type Workspace } from "./system/build.ts";
import { Failure, runScript } from "./system/failure.ts";
import { writeLocalConfig } from "./system/local-config.ts";
import { defaultPorts, defaultUIPort } from "./system/ports.ts";

const root = dirname(import.meta.dirname);

function choose(names: readonly string[]): readonly Workspace[] {
  const unknown = names.find((name) => !workspaces.includes(name as Workspace));
  if (unknown !== undefined) {
    throw new Failure(`There is no build "${unknown}". npm run build, or npm run build -- ${workspaces.join(" ")}`);
  }
  return names.length === 0 ? workspaces : (names as Workspace[]);
}

await runScript(async () => {
  const names = process.argv.slice(2);
  await Promise.all(choose(names).map((workspace) => buildWorkspace(root, workspace)));
  if (names.length === 0) writeLocalConfig(root, { name: "emulators", ports: defaultPorts, uiPort: defaultUIPort });
  return 0;
});
