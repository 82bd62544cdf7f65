// Installs in every page, before its scripts, the stopwatch and a list of its connections.
import type { BrowserContext } from "playwright-core";
import { watchConnections } from "../../../scripts/system/browsers/watch-connections.ts";
import { installStopwatch } from "../join/stopwatch.ts";

export async function prepareContext(context: BrowserContext, videos: string): Promise<void> {
  await context.addInitScript(watchConnections);
  await context.addInitScript(installStopwatch, videos);
}
