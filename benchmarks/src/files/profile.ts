// A browser with a profile on the disk, as people have one. What a context without a profile keeps
// in its file system is in memory, and would count as such.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";
import { chromiumOptions, fakeDevices } from "../../../scripts/system/browsers/launch-chromium.ts";

export interface Profile {
  readonly page: Page;
  /** Of the profile. Its processes have it in their command line. */
  readonly folder: string;
  close(): Promise<void>;
}

export async function openProfile(origin: string): Promise<Profile> {
  const folder = mkdtempSync(join(tmpdir(), "meetogram-profile-"));
  const context = await chromium.launchPersistentContext(folder, {
    ...chromiumOptions(fakeDevices(30)),
    locale: "en-US",
    viewport: { width: 960, height: 640 },
  });
  await context.grantPermissions(["camera", "microphone"], { origin });
  // tsx names functions with a helper that pages do not have.
  await context.addInitScript("globalThis.__name ??= (target) => target");
  return {
    page: context.pages()[0] ?? (await context.newPage()),
    folder,
    async close() {
      await context.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
