// The waiting room of a visit: whether a host has to let this person in, and to a host, who asks.
import { readonly, ref, shallowReadonly, shallowRef } from "vue";
import type { Api } from "../api/client.ts";
import type { Admission, Call, Knock } from "../call/call.ts";
import { isApiFailure } from "../popups/problem.ts";
import type { Signalling } from "../signalling/signalling.ts";

interface WaitingRoomScope {
  readonly api: Pick<Api, "remove">;
  readonly uuid: string;
  /** Aborted when the visit is over. */
  readonly signal: AbortSignal;
  readonly readProof: () => Promise<{ userID: string; session: string }>;
  /** Whether this person may enter has changed, or is known now. */
  readonly handleAdmission: () => void;
}

export type AttachedCall = Pick<Call, "admission" | "onAdmission" | "knocks" | "onKnocks">;
export type AttachedRoom = Pick<Signalling, "self" | "onParticipants" | "onRoom" | "setWaitingRoom" | "admit">;

export function useWaitingRoom({ api, uuid, signal, readProof, handleAdmission }: WaitingRoomScope) {
  const isOn = ref(false);
  const admission = ref<Admission>("admitted");
  const knocks = shallowRef<readonly Knock[]>([]);
  /** A guess: nobody's document says host and active. */
  const isHostAway = ref(false);
  let signalling: AttachedRoom | null = null;
  /** Who needs no admission any more, or gets none. */
  let settled: ReadonlySet<string> = new Set();
  let inside: readonly string[] = [];
  let isHost = false;

  async function admit(participantIDs: readonly string[]): Promise<void> {
    await signalling?.admit(participantIDs);
  }

  /** Who had entered before it was switched on does not knock after a reload. */
  function keepThoseInside(): void {
    const missing = isHost && isOn.value ? inside.filter((participantID) => !settled.has(participantID)) : [];
    if (missing.length > 0) admit(missing).catch(() => undefined);
  }

  return {
    isOn: readonly(isOn),
    admission: readonly(admission),
    knocks: shallowReadonly(knocks),
    isHostAway: readonly(isHostAway),

    attachWaitingRoom(call: AttachedCall, arrived: AttachedRoom, attachment: AbortSignal): void {
      const listening = { signal: AbortSignal.any([signal, attachment]) };
      signalling = arrived;
      admission.value = call.admission;
      call.onAdmission((changed) => {
        admission.value = changed;
        handleAdmission();
      }, listening);
      knocks.value = call.knocks;
      call.onKnocks((asking) => (knocks.value = asking), listening);
      arrived.onRoom((room) => {
        isOn.value = room.hasWaitingRoom;
        settled = new Set([...room.admitted, ...room.removed]);
        keepThoseInside();
      }, listening);
      arrived.onParticipants((seated) => {
        isHost = seated.some(
          ({ participantID, role }) => participantID === arrived.self.participantID && role === "host",
        );
        const active = seated.filter(({ isActive }) => isActive);
        isHostAway.value = active.every(({ role }) => role !== "host");
        inside = active.filter(({ role }) => role === "guest").map(({ participantID }) => participantID);
        keepThoseInside();
      }, listening);
    },

    /** Rejects with a SignallingError, as does the next. */
    setOn: async (wanted: boolean): Promise<void> => signalling?.setWaitingRoom(wanted),
    admit,
    /** Rejects with an ApiError. */
    async refuse(participantID: string): Promise<void> {
      try {
        await api.remove({ uuid, participantID, isRefusal: true, ...(await readProof()) }, { signal });
      } catch (error) {
        // Another host was faster, or the person has gone.
        if (!isApiFailure(error) || error.code !== "participant-not-found") throw error;
      }
    },
  };
}
