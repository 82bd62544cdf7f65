// A Call as refs. It is left with the scope, with the page, and never twice; what changed while it was being prepared is told to it
// when it arrives.
import { onScopeDispose, readonly, ref, shallowReadonly, shallowRef, watch, type Ref } from "vue";
import type { Call, CallEnd, CallParticipant, CallProblem } from "../call/call.ts";
import { usePopups } from "./usePopups.ts";

type Constraints = Parameters<Call["setConstraints"]>[0];

interface CallScope {
  /** Aborted when the visit is over: nothing is reported afterwards. */
  readonly signal: AbortSignal;
  readonly constraints: Readonly<Ref<Constraints>>;
  readonly name: Readonly<Ref<string>>;
  readonly handleParticipants: (participants: readonly CallParticipant[]) => void;
  readonly handleEnded: (reason: CallEnd) => void;
}

export function useCall({ signal, constraints, name, handleParticipants, handleEnded }: CallScope) {
  const call = shallowRef<Call | null>(null);
  const participants = shallowRef<readonly CallParticipant[]>([]);
  const isSignallingLost = ref(false);
  const { showPopup } = usePopups();
  let didTellRefusal = false;

  function handleProblem(problem: CallProblem): void {
    switch (problem) {
      case "signalling-lost":
      case "signalling-back":
        isSignallingLost.value = problem === "signalling-lost";
        return;
      case "signal-refused":
        // One stranger may send many of them.
        if (!didTellRefusal) showPopup({ code: "signal-refused" });
        didTellRefusal = true;
        return;
    }
    problem satisfies never;
  }

  function attach(arrived: Call): void {
    call.value = arrived;
    participants.value = arrived.participants;
    arrived.onChange(
      (changed) => {
        participants.value = changed;
        handleParticipants(changed);
      },
      { signal },
    );
    arrived.onEnded(handleEnded, { signal });
    arrived.onProblem(handleProblem, { signal });
    arrived.setConstraints(constraints.value);
    arrived.setName(name.value.trim());
  }

  watch(constraints, (current) => call.value?.setConstraints(current));

  window.addEventListener("pagehide", () => call.value?.leaveNow(), { signal });
  window.addEventListener(
    "pageshow",
    (event) => {
      // A page taken back out of the browser's cache has said goodbye: it starts afresh.
      if (event.persisted) window.location.reload();
    },
    { signal },
  );

  /** Never rejects: a seat that could not be given up runs out by itself. */
  async function leave(): Promise<void> {
    await call.value?.leave().catch(() => undefined);
  }

  onScopeDispose(() => void leave());

  return {
    call: shallowReadonly(call),
    participants: shallowReadonly(participants),
    isSignallingLost: readonly(isSignallingLost),
    attach,
    leave,
    tellName: () => call.value?.setName(name.value.trim()),
  };
}
