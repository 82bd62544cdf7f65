// Silence as a listener's decoder measures it.
import { readTraffic } from "../support/connections.ts";
import { eventually } from "../support/eventually.ts";
import type { AnyPage } from "../support/firefox/any-person.ts";

/** Chromium's fake microphone is silent for almost a second between two beeps. */
const silentForMs = 2_500;

/** Resolves when nothing has been heard of anybody for a while. */
export async function waitForSilence(page: AnyPage): Promise<void> {
  let energy: readonly number[] = [];
  let silentSinceMs = Date.now();
  const measure = async () => {
    const { audioEnergy } = await readTraffic(page);
    const isSilent = audioEnergy.every((now, index) => now - (energy[index] ?? 0) < 1e-7);
    energy = audioEnergy;
    if (!isSilent) silentSinceMs = Date.now();
    return Date.now() - silentSinceMs;
  };
  await eventually("silence", measure, (silentMs) => silentMs >= silentForMs);
}
