// A Call as refs. It is left with the scope or with the page, and only once. On arrival it receives
// the changes made while it was being prepared.
import { onScopeDispose, readonly, ref, shallowReadonly, shallowRef, watch, type Ref } from "vue";
import { noSafetyCode, type Call, type CallEnd, type CallParticipant, type CallProblem } from "../call/call.ts";
import { onceAFrame } from "../browser/once-a-frame.ts";
import { useAutoplay } from "../browser/useAutoplay.ts";
import { usePopups } from "../popups/usePopups.ts";

type Constraints = Parameters<Call["setConstraints"]>[0];

interface CallScope {
  /** Aborted when the visit is over. Nothing is reported afterwards. */
  readonly signal: AbortSignal;
  readonly constraints: Readonly<Ref<Constraints>>;
  readonly name: Readonly<Ref<string>>;
  readonly handleParticipants: (participants: readonly CallParticipant[]) => void;
  readonly handleSuspicion: Parameters<Call["onSuspicion"]>[0];
  readonly handleEnded: (reason: CallEnd) => void;
}

export function useCall({ signal, constraints, name, handleParticipants, handleSuspicion, handleEnded }: CallScope) {
  const call = shallowRef<Call | null>(null);
  const participants = shallowRef<readonly CallParticipant[]>([]);
  /** The local screen as it is shared. */
  const screen = shallowRef<MediaStream | null>(null);
  const safetyCode = shallowRef(noSafetyCode);
  const isSignallingLost = ref(false);
  const isSeatLost = ref(false);
  const recording = ref<number | null>(null);
  const { isBlocked } = useAutoplay();
  const { showPopup } = usePopups();
  let attachment = new AbortController();

  function handleProblem(problem: CallProblem): void {
    switch (problem) {
      case "rate-limited":
        return showPopup({ code: "connection-closed" });
      case "seat-lost":
      case "seat-back":
        return void (isSeatLost.value = problem === "seat-lost");
      case "signalling-lost":
      case "signalling-back":
        return void (isSignallingLost.value = problem === "signalling-lost");
    }
    problem satisfies never;
  }

  function attach(arrived: Call): void {
    attachment = new AbortController();
    const listening = { signal: AbortSignal.any([signal, attachment.signal]) };
    call.value = arrived;
    participants.value = arrived.participants;
    // Each change is rendered, and somebody may cause thousands of them.
    const show = onceAFrame(() => {
      participants.value = arrived.participants;
      handleParticipants(arrived.participants);
    }, listening);
    arrived.onChange(show, listening);
    arrived.onEnded(handleEnded, listening);
    arrived.onProblem(handleProblem, listening);
    safetyCode.value = arrived.safetyCode;
    arrived.onSafetyCode((changed) => (safetyCode.value = changed), listening);
    arrived.onSuspicion(handleSuspicion, listening);
    arrived.onScreen((shared) => (screen.value = shared), listening);
    arrived.setConstraints(constraints.value);
    arrived.setName(name.value.trim());
    arrived.setSoundBlocked(isBlocked.value);
    arrived.setRecording(recording.value);
  }

  watch(constraints, (current) => call.value?.setConstraints(current));
  watch(isBlocked, (current) => call.value?.setSoundBlocked(current));

  window.addEventListener("pagehide", () => call.value?.leaveNow(), { signal });
  window.addEventListener(
    "pageshow",
    (event) => {
      // A page restored from the browser's back/forward cache has said `bye`, so it reloads.
      if (event.persisted) window.location.reload();
    },
    { signal },
  );

  /** Never rejects: a seat that could not be given up expires by itself. */
  async function leave(): Promise<void> {
    await call.value?.leave().catch(() => undefined);
  }

  /** Leaves in order to take a new seat. The visit goes on. */
  async function detach(): Promise<void> {
    attachment.abort();
    const leaving = leave();
    call.value = null;
    participants.value = [];
    isSignallingLost.value = isSeatLost.value = false;
    await leaving;
  }

  onScopeDispose(() => void leave());

  return {
    call: shallowReadonly(call),
    participants: shallowReadonly(participants),
    screen: shallowReadonly(screen),
    safetyCode: shallowReadonly(safetyCode),
    isSignallingLost: readonly(isSignallingLost),
    isSeatLost: readonly(isSeatLost),
    /** Asks for a lost seat, without waiting for the next attempt. */
    askForSeat: () => call.value?.wake(),
    attach,
    /** Aborted when the present call is detached, or the visit is over. */
    attachmentSignal: () => AbortSignal.any([signal, attachment.signal]),
    detach,
    leave,
    /** Tells everybody that this page records. It lasts when another call replaces this one. */
    setRecording(changed: number | null): void {
      recording.value = changed;
      call.value?.setRecording(changed);
    },
    sendName: () => call.value?.setName(name.value.trim()),
  };
}
