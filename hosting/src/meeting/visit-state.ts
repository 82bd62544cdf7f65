// What a visit knows of itself, as refs: shared by the way in (useEntrance) and the meeting around it (useMeeting).
import { ref, shallowRef } from "vue";
import { readEntered } from "./entered-room.ts";
import type { PasswordProblem, Phase, RoomInfo } from "./meeting-phase.ts";

export type VisitState = ReturnType<typeof createVisitState>;

export function createVisitState(uuid: string, isNew: boolean) {
  const remembered = readEntered(uuid);
  const room = shallowRef<RoomInfo | null>(isNew ? { isProtected: false, participants: 0 } : null);
  return {
    /** Of a page that was reloaded in the call. */
    remembered,
    phase: shallowRef<Phase>({ name: "lobby", step: "checking" }),
    room,
    /** How many are inside: as the server counted, then as they are met. Null while unknown. */
    inside: ref(room.value?.participants ?? null),
    /** Connect was pressed, or this is a reload of the call: enter as soon as it can be done. */
    isEntering: ref(remembered !== null),
    isReturning: ref(remembered !== null),
    password: shallowRef(remembered?.password ?? null),
    passwordProblem: ref<PasswordProblem | null>(null),
  };
}
