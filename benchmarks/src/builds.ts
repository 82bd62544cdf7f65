// The builds that a run measures: this one, and another checkout beside it, so that a change is
// judged in the same minutes on the same machine.
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { buildAll } from "../../scripts/system/build.ts";
import { root, startSystem } from "../../scripts/system/start-system.ts";

export interface Build {
  readonly name: string;
  build(): Promise<unknown>;
  readonly startSystem: typeof startSystem;
}

export const thisBuild: Build = { name: "meetogram", build: () => buildAll(root), startSystem };

/** `folder` is a checkout with its packages installed. Its own scripts build and start it. */
export async function loadBuild(folder: string): Promise<Build> {
  const other = resolve(process.env["INIT_CWD"] ?? ".", folder);
  const load = async (file: string): Promise<unknown> =>
    import(pathToFileURL(join(other, "scripts/system", file)).href);
  const building = (await load("build.ts")) as { buildAll: typeof buildAll };
  const starting = (await load("start-system.ts")) as { startSystem: typeof startSystem };
  return {
    name: "meetogram, the build before",
    build: () => building.buildAll(other),
    startSystem: starting.startSystem,
  };
}
