// What the client promises within a time can only be tested where the machine keeps to that time.

const attempts = 5;

/** Repeats what a busy machine has disturbed. Disturbed each time: that is a defect. */
export async function untilUndisturbed<T extends { readonly isUndisturbed: boolean }>(
  disturbance: string,
  attempt: () => Promise<T>,
): Promise<T> {
  for (let count = 1; count <= attempts; count += 1) {
    const outcome = await attempt();
    if (outcome.isUndisturbed) return outcome;
  }
  throw new Error(`${attempts} times in a row: ${disturbance}`);
}
