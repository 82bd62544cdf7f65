// What a meeting of nowhere is like at first. Everything has a value of a quiet call.
import type { CallSuspicion } from "../../src/call/call.ts";
import type { RoomInfo, PasswordProblem, Phase } from "../../src/meeting/meeting-phase.ts";

export interface MeetingState {
  readonly name: string;
  readonly key: string | null;
  /** Shown first. */
  readonly isInCall: boolean;
  readonly step: Extract<Phase, { name: "lobby" }>["step"];
  readonly room: RoomInfo | null;
  readonly inside: number | null;
  readonly isProving: boolean;
  readonly isEntering: boolean;
  readonly isReturning: boolean;
  readonly mustAsk: boolean;
  readonly isHostAway: boolean;
  readonly mustAskPassword: boolean;
  readonly passwordProblem: PasswordProblem | null;
  readonly isSignallingLost: boolean;
  readonly isSeatLost: boolean;
  /** A guess of the page. */
  readonly isMicrophoneDead: boolean;
  readonly isHost: boolean;
  readonly isLocked: boolean;
  /** Who has come since the codes were compared. Null: they were not. */
  readonly newcomers: readonly string[] | null;
  readonly suspicions: readonly (readonly [participantID: string, suspicion: CallSuspicion])[];
  readonly wanted: { readonly audio: boolean; readonly video: boolean };
  readonly enteredForMs: number;
}

export const quietState: MeetingState = {
  name: "Zoe",
  key: "",
  isInCall: true,
  step: "ready",
  room: null,
  inside: 1,
  isProving: false,
  isEntering: false,
  isReturning: false,
  mustAsk: true,
  isHostAway: false,
  mustAskPassword: false,
  passwordProblem: null,
  isSignallingLost: false,
  isSeatLost: false,
  isMicrophoneDead: false,
  isHost: false,
  isLocked: false,
  newcomers: null,
  suspicions: [],
  wanted: { audio: true, video: true },
  enteredForMs: 0,
};
