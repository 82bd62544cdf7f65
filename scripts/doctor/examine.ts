// Makes the checks one after the other. A failure that explains others is told once: what depends
// on it is skipped, and says on what it waits.
import type { Check } from "./check.ts";
import { createDoctor, type Doctor, type Options } from "./doctor.ts";
import { NotKnown, type Finding } from "./finding.ts";

export interface Examined {
  readonly check: Check;
  readonly finding: Finding;
}

async function look(check: Check, doctor: Doctor): Promise<Finding> {
  try {
    return await check.run(doctor);
  } catch (error) {
    if (!(error instanceof NotKnown)) throw error;
    return { mark: "unknown", code: error.code, because: error.message, cure: error.cure };
  }
}

/** Calls `onFound` after each check. */
export async function examine(
  checks: readonly Check[],
  options: Options,
  onFound: (examined: Examined) => void = () => undefined,
): Promise<Examined[]> {
  const doctor = createDoctor(options);
  const found: Examined[] = [];
  /** What waits, and for which check. */
  const blocked = new Map<string, string>();
  const failed = new Map<string, string>();
  for (const check of checks) {
    const { id, needs = [], explainedBy = [] } = check;
    const causes = [...needs.map((need) => blocked.get(need)), ...explainedBy.map((need) => failed.get(need))];
    const waitsFor = causes.find((cause) => cause !== undefined);
    const finding: Finding = waitsFor === undefined ? await look(check, doctor) : { mark: "skipped", waitsFor };
    const parts = (finding.mark === "failed" && finding.parts) || [""];
    for (const part of parts) {
      const name = part === "" ? id : `${id}/${part}`;
      if (finding.mark === "failed") failed.set(name, id);
      if (finding.mark !== "ok" && finding.mark !== "told") blocked.set(name, waitsFor ?? id);
    }
    found.push({ check, finding });
    onFound({ check, finding });
  }
  return found;
}
