// Whether the remote participant hears the local one. Its reports say what arrives; the local
// microphone says whether there was anything to hear. Silence during a pause proves nothing, so the
// verdict stays until the next sound.
import type { ReceptionReport } from "@meetogram/contract";

/** "blocked": audio arrives, but the remote browser does not play it yet. */
export type Hearing = "yes" | "no" | "blocked" | "unknown";

export interface HearingJudgement {
  readonly hearing: Hearing;
  /** Reports in a row that heard nothing while the local microphone was loud. */
  readonly unheardReports: number;
}

export const noHearing: HearingJudgement = { hearing: "unknown", unheardReports: 0 };

/** One report may have been written before the audio arrived. */
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
