// Does the other one hear me? Its reports say what arrives; the own microphone says whether there was anything to hear. Silence
// in a pause proves nothing, so the last verdict stands until somebody sounds.
import type { ReceptionReport } from "@meetogram/contract";

/** "blocked": sound arrives, but the other's browser does not play it yet. */
export type Hearing = "yes" | "no" | "blocked" | "unknown";

export interface HearingJudgement {
  readonly hearing: Hearing;
  /** Reports in a row in which nothing was heard of what was said. */
  readonly unheardReports: number;
}

export const noHearing: HearingJudgement = { hearing: "unknown", unheardReports: 0 };

/** One report may have been written before the sound arrived. */
const reportsUntilUnheard = 2;

export function judgeHearing(
  before: HearingJudgement,
  observed: { report: ReceptionReport; isMicrophoneLoud: boolean; isMuted: boolean },
): HearingJudgement {
  const { report, isMicrophoneLoud, isMuted } = observed;
  if (isMuted) return noHearing;
  if (report.isSoundBlocked) return { hearing: "blocked", unheardReports: 0 };
  if (report.audio === "sound") return { hearing: "yes", unheardReports: 0 };
  const unheardReports = isMicrophoneLoud ? before.unheardReports + 1 : before.unheardReports;
  if (unheardReports >= reportsUntilUnheard) return { hearing: "no", unheardReports };
  return { hearing: before.hearing === "blocked" ? "unknown" : before.hearing, unheardReports };
}
