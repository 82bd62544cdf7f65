// Loaded by mocha before the tests: ends what the tests have started.
import { closeRulesFirestore } from "../rules/rules-firestore.ts";
import { closeBrowser } from "./browser.ts";
import { stopSystem } from "./system.ts";

export async function mochaGlobalTeardown(): Promise<void> {
  await closeRulesFirestore();
  await closeBrowser();
  await stopSystem();
}
