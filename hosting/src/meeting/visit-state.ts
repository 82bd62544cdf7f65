// The state of a visit, as refs, shared by its parts.
import { ref, shallowRef } from "vue";
import { readEntered } from "./entrance/entered-room.ts";
import { readOwnPassword } from "./entrance/own-password.ts";
import type { PasswordProblem, Phase, RoomInfo } from "./meeting-phase.ts";

export type VisitState = ReturnType<typeof createVisitState>;

const newRoom: RoomInfo = { isProtected: false, hasLinkProof: true, hasWaitingRoom: false, participants: 0 };

export function createVisitState(uuid: string, isNew: boolean) {
  const remembered = readEntered(uuid);
  const room = shallowRef<RoomInfo | null>(isNew ? newRoom : null);
  return {
    /** Set on a page that was reloaded during the call. */
    remembered,
    phase: shallowRef<Phase>({ name: "lobby", step: "checking" }),
    room,
    /**
     * The number of participants inside: first as counted by the server, then as met in the call.
     * Null while unknown.
     */
    inside: ref(room.value?.participants ?? null),
    /** There is a seat, or the person has to do something for one. */
    isAnswered: ref(false),
    /** Connect was pressed, or the call was reloaded: enter as soon as possible. */
    isEntering: ref(remembered !== null),
    isReturning: ref(remembered !== null),
    password: shallowRef(remembered?.password ?? readOwnPassword(uuid)),
    /** The room has one that this tab did not know. */
    mustAskPassword: ref(false),
    signingKey: shallowRef(remembered?.signingKey ?? null),
    compared: shallowRef<readonly string[]>(remembered?.compared ?? []),
    enteredAtMs: ref(remembered?.enteredAtMs ?? null),
    passwordProblem: ref<PasswordProblem | null>(null),
  };
}
