// Who has a seat without being in the call, and whose messages are suspicious. The host sees both
// in the list of people, and may remove anybody there.
import { computed, shallowReadonly, shallowRef, type Ref } from "vue";
import type { CallParticipant, CallSuspicion } from "../call/call.ts";
import { usePopups } from "../popups/usePopups.ts";
import type { SeatedParticipant, Signalling } from "../signalling/signalling.ts";

interface SeatedScope {
  readonly participants: Readonly<Ref<readonly CallParticipant[]>>;
  readonly isHost: Readonly<Ref<boolean>>;
  /** Aborted when the visit is over. */
  readonly signal: AbortSignal;
}

export function useSeated({ participants, isHost, signal }: SeatedScope) {
  const others = shallowRef<readonly SeatedParticipant[]>([]);
  const suspicions = shallowRef<ReadonlyMap<string, CallSuspicion>>(new Map());
  const { showPopup } = usePopups();
  let didReportKey = false;

  const waiting = computed(() => {
    const inCall = new Set(participants.value.map(({ participantID }) => participantID));
    return others.value.filter(({ participantID }) => !inCall.has(participantID));
  });

  return {
    /** Oldest first. */
    waiting,
    suspicions: shallowReadonly(suspicions),

    attachSeats({ self, onParticipants }: Pick<Signalling, "self" | "onParticipants">): void {
      onParticipants(
        (seated) => {
          const found = seated.filter(({ participantID }) => participantID !== self.participantID);
          others.value = found.sort((one, other) => one.seat - other.seat);
        },
        { signal },
      );
    },

    /** Names the sender to a host. Who reaches nobody is told that the keys may differ. */
    handleSuspicion(suspicion: CallSuspicion, participantID: string): void {
      const isNew = suspicions.value.get(participantID) !== suspicion;
      suspicions.value = new Map(suspicions.value).set(participantID, suspicion);
      const name = participants.value.find((participant) => participant.participantID === participantID)?.name ?? "";
      if (isHost.value) {
        if (isNew) showPopup({ code: suspicion, person: name });
      } else if (suspicion === "signal-refused" && participants.value.length === 0 && !didReportKey) {
        didReportKey = true;
        showPopup({ code: "other-key" });
      }
    },
  };
}
