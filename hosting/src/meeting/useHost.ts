// What a host may do in a room, and what everybody may see of it. The lock is written to Firestore.
// The other actions are open requests, proved by the participant's own seat.
import { computed, readonly, ref, shallowReadonly, shallowRef, type Ref } from "vue";
import type { Api } from "../api/client.ts";
import type { Call } from "../call/call.ts";
import type { Signalling } from "../signalling/signalling.ts";

export type RoomSignalling = Pick<Signalling, "self" | "onParticipants" | "onRoom" | "setLocked">;
export type StoredRoom = Awaited<ReturnType<Api["stored"]>>;

interface HostScope {
  readonly api: Api;
  readonly uuid: string;
  /** Aborted when the visit is over. */
  readonly signal: AbortSignal;
  readonly readProof: () => Promise<{ userID: string; session: string }>;
  readonly call: Readonly<Ref<Pick<Call, "remove" | "endForAll"> | null>>;
}

export function useHost({ api, uuid, signal, readProof, call }: HostScope) {
  const signalling = shallowRef<RoomSignalling | null>(null);
  const hosts = shallowRef<ReadonlySet<string>>(new Set());
  const isLocked = ref(false);

  function attachRoom(arrived: RoomSignalling): void {
    signalling.value = arrived;
    arrived.onParticipants(
      (seated) => {
        const found = seated.filter(({ role }) => role === "host").map(({ participantID }) => participantID);
        hosts.value = new Set(found);
      },
      { signal },
    );
    arrived.onRoom((room) => (isLocked.value = room.isLocked), { signal });
  }

  const isHost = computed(() => signalling.value !== null && hosts.value.has(signalling.value.self.participantID));

  return {
    attachRoom,
    /** Follows the server, because the role can be handed over at any time. */
    isHost,
    /** The participantIDs of all hosts, including this participant. */
    hosts: shallowReadonly(hosts),
    isLocked: readonly(isLocked),
    /** Rejects with a SignallingError. */
    setLocked: async (wanted: boolean): Promise<void> => signalling.value?.setLocked(wanted),
    /** Rejects with an ApiError, as do the following. */
    async removeParticipant(participantID: string): Promise<void> {
      await api.remove({ uuid, participantID, ...(await readProof()) }, { signal });
      call.value?.remove(participantID);
    },
    async handOver(participantID: string): Promise<void> {
      await api.handOver({ uuid, participantID, ...(await readProof()) }, { signal });
    },
    /**
     * Ends the room for all and erases what is stored about it. The last participant may do so too,
     * without being a host.
     */
    async burn(): Promise<void> {
      const erase = async () => void (await api.burn({ uuid, ...(await readProof()) }, { signal }));
      await (call.value?.endForAll(erase) ?? erase());
    },
    fetchStored: (): Promise<StoredRoom> => api.stored({ uuid }, { signal }),
  };
}
