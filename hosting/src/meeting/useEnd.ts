// The end of a visit: devices are switched off, nothing stays in flight, and a page says why.
// Nothing outlives the scope of the visit either.
import { onScopeDispose, type Ref } from "vue";
import type { Call } from "../call/call.ts";
import type { LocalMedia } from "../media/local-media.ts";
import { clockNow } from "../platform/page-time.ts";
import { usePopups } from "../popups/usePopups.ts";
import { forgetEntered } from "./entrance/entered-room.ts";
import { forgetSeat } from "./entrance/left-seat.ts";
import { keepLastCall } from "./last-call.ts";
import type { DeadEndReason } from "./meeting-phase.ts";
import type { VisitState } from "./visit-state.ts";

interface EndScope {
  readonly uuid: string;
  readonly state: VisitState;
  readonly call: Readonly<Ref<Call | null>>;
  readonly isHost: Readonly<Ref<boolean>>;
  readonly media: LocalMedia;
  /** Aborted when the visit is over. */
  readonly scope: AbortController;
  readonly forgetEnded: (reason: DeadEndReason) => void;
}

export function useEnd({ uuid, state, call, isHost, media, scope, forgetEnded }: EndScope) {
  const { phase, password } = state;
  const { closePopups } = usePopups();

  function keepCall(ended: Call): void {
    const enteredAtMs = state.enteredAtMs.value ?? clockNow();
    keepLastCall({
      uuid,
      summary: ended.summary(),
      tookMs: clockNow() - enteredAtMs,
      wasHost: isHost.value,
      password: password.value,
    });
  }

  function close(): void {
    if (scope.signal.aborted) return;
    forgetEntered(uuid);
    forgetSeat(uuid);
    closePopups();
    scope.abort();
    media.close();
  }

  onScopeDispose(close);

  return {
    end(reason: DeadEndReason): void {
      if (phase.value.name === "ended") return;
      if (phase.value.name === "call" && call.value !== null) keepCall(call.value);
      phase.value = { name: "ended", reason };
      forgetEnded(reason);
      close();
    },
  };
}
