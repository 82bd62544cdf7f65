// Mocha loads this before the tests. It stops what the tests have started.
import { closeRulesFirestore } from "../rules/rules-firestore.ts";
import { closeBrowser } from "./contexts.ts";
import { closeFirefox } from "./firefox/firefox-people.ts";
import { stopSystem } from "./system.ts";

export async function mochaGlobalTeardown(): Promise<void> {
  await closeRulesFirestore();
  await closeBrowser();
  await closeFirefox();
  await stopSystem();
}
