// Loaded by mocha before the tests: ends what the tests have started.
import { closeStage } from "../rules/stage.ts";
import { closeBrowser } from "./browser.ts";
import { stopSystem } from "./system.ts";

export async function mochaGlobalTeardown(): Promise<void> {
  await closeStage();
  await closeBrowser();
  await stopSystem();
}
