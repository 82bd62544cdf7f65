// One request at a time for a button: busy while it is in flight, and a popup with a retry when it
// fails.
import { readonly, ref } from "vue";
import { isApiFailure, toProblem, type Problem } from "../../../../popups/problem.ts";
import { useMeeting } from "../../../../meeting/useMeeting.ts";
import { usePopups } from "../../../../popups/usePopups.ts";

/** Somebody else was faster: the role was handed over, or the participant left. */
const staleCodes = ["host-only", "participant-not-found"];

function problemOf(error: unknown, otherwise: "host-failed" | "load-failed"): Problem {
  return isApiFailure(error) && staleCodes.includes(error.code) ? { code: otherwise } : toProblem(error, otherwise);
}

export function useHostRequest(otherwise: "host-failed" | "load-failed" = "host-failed") {
  const { phase } = useMeeting();
  const { showPopup } = usePopups();
  const isBusy = ref(false);

  async function request(action: () => Promise<void>): Promise<void> {
    if (isBusy.value) return;
    isBusy.value = true;
    try {
      await action();
    } catch (error) {
      // The visit has ended, and its requests with it. A page says why.
      if (phase.value.name === "ended") return;
      const problem = problemOf(error, otherwise);
      // A retry before the host has been away for long enough fails again.
      showPopup(problem, problem.code === "host-expected" ? null : () => void request(action));
    } finally {
      isBusy.value = false;
    }
  }

  return { isBusy: readonly(isBusy), request };
}
