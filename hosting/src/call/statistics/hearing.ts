// Does the other one hear me? Its reports say what arrives; the own microphone says whether there was anything to hear. Silence
// in a pause proves nothing, so the last verdict stands until somebody sounds.
import type { ReceptionReport } from "@meetogram/contract";

/** "blocked": sound arrives, but the other's browser does not play it yet. */
export type Hearing = "yes" | "no" | "blocked" | "unknown";

export interface HearingJudgement {
  readonly hearing: Hearing;
  /** Reports in a row in which nothing was heard of what was said. */
  readonly missed: number;
}

export const noHearing: HearingJudgement = { hearing: "unknown", missed: 0 };

/** One report may have been written before the sound arrived. */
const missedReports = 2;

export function judgeHearing(
  before: HearingJudgement,
  observed: { report: ReceptionReport; isMicrophoneLoud: boolean; isMuted: boolean },
): HearingJudgement {
  const { report, isMicrophoneLoud, isMuted } = observed;
  if (isMuted) return noHearing;
  if (report.isSoundBlocked) return { hearing: "blocked", missed: 0 };
  if (report.audio === "sound") return { hearing: "yes", missed: 0 };
  const missed = isMicrophoneLoud ? before.missed + 1 : before.missed;
  if (missed >= missedReports) return { hearing: "no", missed };
  return { hearing: before.hearing === "blocked" ? "unknown" : before.hearing, missed };
}
