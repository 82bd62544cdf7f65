// The list of others as it is shown: a new array after each change, the objects of those unchanged stay the same.
import type { Clock } from "../../platform/clock.ts";
import type { Other } from "./remote-participant.ts";
import { isSameView, viewParticipant, viewReturning, type CallParticipant } from "./participant-view.ts";

export interface ShownParticipants {
  readonly list: readonly CallParticipant[];
  /** Something may have changed. */
  review(): void;
  /** A reload says goodbye like a page that is closed for good, and a connection may be made anew: the tile stays for so long. */
  awaitReturn(other: Other, withinMs: number): void;
}

export function createShownParticipants(options: {
  clock: Clock;
  others: ReadonlyMap<string, Other>;
  isNetworkLost: () => boolean;
  onChange: (participants: readonly CallParticipant[]) => void;
  /** Nobody came back. */
  onReturnMissed: () => void;
}): ShownParticipants {
  const { clock, others } = options;
  let list: readonly CallParticipant[] = [];

  function viewRoom() {
    const entered = [...others.values()].flatMap(({ peer }) => (peer?.remoteState?.hasEntered ? peer : []));
    const silent = entered.filter(({ liveness }) => liveness !== "alive");
    return { isOwnNetworkLost: options.isNetworkLost(), entered: entered.length, silent: silent.length };
  }

  function view(other: Other, room: ReturnType<typeof viewRoom>): CallParticipant | null {
    const viewed = viewParticipant({ ...other, room });
    if (viewed !== null) other.returning = null;
    return viewed ?? other.returning;
  }

  return {
    get list() {
      return list;
    },
    review() {
      const room = viewRoom();
      const shown: CallParticipant[] = [];
      let isChanged = false;
      for (const other of others.values()) {
        const before = other.view;
        const now = view(other, room);
        const isSame = now === before || (now !== null && before !== null && isSameView(now, before));
        if (!isSame) {
          isChanged = true;
          other.view = now;
        }
        if (other.view !== null) shown.push(other.view);
      }
      if (!isChanged) return;
      list = shown;
      options.onChange(list);
    },
    awaitReturn(other, withinMs) {
      if (other.view === null) return;
      const returning = viewReturning(other.view);
      other.returning = returning;
      clock.after(withinMs, () => {
        if (other.returning !== returning) return;
        other.returning = null;
        options.onReturnMissed();
      });
    },
  };
}
