// From the lobby into the call. A press on Connect enters at once if everything is ready, otherwise
// as soon as it is. Who is held back by the waiting room knocks.
import type { Ref } from "vue";
import type { Call } from "../../call/call.ts";
import { clockNow } from "../../platform/page-time.ts";
import type { VisitState } from "../visit-state.ts";

interface EnteringScope {
  readonly state: VisitState;
  readonly call: Readonly<Ref<Call | null>>;
  /** Called on entering, so that a reload returns to the call. */
  readonly keepEntered: () => void;
  /** Takes the step again that has failed. */
  readonly retry: () => Promise<void>;
}

export function useEntering({ state, call, keepEntered, retry }: EnteringScope) {
  const { phase, isEntering, isReturning, passwordProblem, enteredAtMs } = state;

  /** Nothing is awaited between the press and this. */
  function enterNow(joined: Call): void {
    joined.enter();
    phase.value = { name: "call" };
    enteredAtMs.value ??= clockNow();
    isEntering.value = isReturning.value = false;
    keepEntered();
  }

  function enterOrKnock(joined: Call): void {
    if (joined.admission === "admitted") return enterNow(joined);
    // Before it is known, nobody is asked.
    if (joined.admission === "unknown") return;
    isReturning.value = false;
    joined.knock(true);
  }

  return {
    /** The call waits for Connect, which may have been pressed already. */
    handleReady(joined: Call): void {
      phase.value = { name: "lobby", step: "ready" };
      if (isEntering.value) enterOrKnock(joined);
    },

    /** The waiting room may hold this person back, even after the press on Connect. */
    handleAdmission(): void {
      if (call.value === null) return;
      if (phase.value.name === "call" && call.value.admission === "waiting") {
        phase.value = { name: "lobby", step: "ready" };
        isEntering.value = true;
      }
      if (isEntering.value) enterOrKnock(call.value);
    },

    /** Handles a press on Connect. */
    enter(): void {
      if (phase.value.name !== "lobby") return;
      const { step } = phase.value;
      if (step === "password") {
        passwordProblem.value ??= "missing";
        return;
      }
      isEntering.value = true;
      if (call.value !== null) enterOrKnock(call.value);
      else if (step === "failed") void retry();
    },

    /** No longer asks to be let in. */
    cancelKnock(): void {
      isEntering.value = false;
      call.value?.knock(false);
    },
  };
}
