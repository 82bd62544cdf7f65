// One visit to a room, from the lobby to the end of the call: what components see of it, and what
// they may do.
import { computed, inject, provide, readonly, shallowReadonly, type InjectionKey } from "vue";
import type { CallParticipant } from "../call/call.ts";
import { readHostKey } from "./entrance/host-key.ts";
import type { DeadEndReason } from "./meeting-phase.ts";
import { deriveSecret } from "./own-secret.ts";
import { useVisit, type Visit } from "./useVisit.ts";

export { cutName } from "@meetogram/contract";
export type { Features, FileChannel, Knock } from "../call/call.ts";
export type { CallParticipant, DeadEndReason };

export type Meeting = ReturnType<typeof createMeeting>;
/** Tests provide people who are nowhere. Everything else uses `provideMeeting`. */
export const meetingKey: InjectionKey<Meeting> = Symbol("meeting");

function createMeeting(visit: Visit) {
  const { link } = visit;
  const { uuid } = link;
  const { inner, ...shown } = useVisit(visit);
  const { api, signal, call, state, identity, selfID, isProving, entering, entrance, move, keepEntered, end } = inner;

  return {
    ...shown,
    link,
    isAddressHidden: entrance.isAddressHidden,
    /** The person has compared the code with everybody. */
    confirmSafetyCode(): void {
      call.value?.confirmSafetyCode();
      state.compared.value = call.value?.compared ?? [];
      keepEntered();
    },
    /** The same for every page of this visit, and known to nobody else. */
    deriveSecret: (purpose: string) => deriveSecret(purpose, state.signingKey.value),
    phase: shallowReadonly(state.phase),
    room: shallowReadonly(state.room),
    /** A host has to let this person in; before it has a seat, as far as is known. */
    mustAsk: computed(() =>
      call.value === null
        ? state.room.value?.hasWaitingRoom === true && readHostKey(uuid) === undefined
        : shown.waitingRoom.admission.value !== "admitted",
    ),
    inside: readonly(state.inside),
    isProving: readonly(isProving),
    isEntering: readonly(state.isEntering),
    isReturning: readonly(state.isReturning),
    /** In ms since 1970, by `clockNow`. Null before entering. */
    enteredAtMs: readonly(state.enteredAtMs),
    mustAskPassword: readonly(state.mustAskPassword),
    passwordProblem: readonly(state.passwordProblem),
    name: readonly(identity.name),
    selfID: readonly(selfID),

    enter: entering.enter,
    cancelKnock: entering.cancelKnock,
    submitPassword: entrance.submitPassword,
    setAddressHidden: entrance.setAddressHidden,
    setShownHeight: (participantID: string, heightPx: number | null) =>
      call.value?.setShownHeight(participantID, heightPx),
    /** Lets another device go on with this seat. Rejects with an ApiError. */
    offerMove: move.offer,
    /** When the room closes if nobody is inside from now on. Rejects with an ApiError. */
    fetchExpiry: async (): Promise<Date> => new Date((await api.room({ uuid }, { signal })).expiresAt),
    /** The call as text for a bug report, without names and addresses. */
    summary: () => call.value?.summary() ?? "",

    rename(name: string): void {
      identity.name.value = name;
      inner.sendName();
    },

    leave(): void {
      end("left");
      void inner.leave();
    },
  };
}

/** For the view of a visit. The visit starts and ends with that view. */
export function provideMeeting(visit: Visit): Meeting {
  const meeting = createMeeting(visit);
  provide(meetingKey, meeting);
  return meeting;
}

/** For the components inside that view. */
export function useMeeting(): Meeting {
  const meeting = inject(meetingKey);
  if (meeting === undefined) throw new Error("No meeting here");
  return meeting;
}
