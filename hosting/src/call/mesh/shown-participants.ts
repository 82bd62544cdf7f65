// The list of remote participants to show. Each change makes a new array; unchanged participants
// stay the same objects.
import type { Clock } from "../../platform/clock.ts";
import { createNameNumbers, type NameNumbers } from "./name-numbers.ts";
import type { RemoteParticipant } from "./remote-participant.ts";
import { isSameView, viewParticipant, viewReturning, type CallParticipant } from "./participant-view.ts";

export interface ShownParticipants {
  readonly list: readonly CallParticipant[];
  readonly numberOf: NameNumbers["numberOf"];
  /** Something may have changed. */
  review(): void;
  /**
   * Keeps the tile for this long: a reload says `bye` like a closed page, and a connection may be
   * replaced.
   */
  awaitReturn(remote: RemoteParticipant, withinMs: number): void;
}

export function createShownParticipants(options: {
  clock: Clock;
  remoteParticipants: ReadonlyMap<string, RemoteParticipant>;
  isOffline: () => boolean;
  isReachable: () => boolean;
  onChange: (participants: readonly CallParticipant[]) => void;
  /** The participant did not come back. */
  onReturnExpired: () => void;
}): ShownParticipants {
  const { clock, remoteParticipants } = options;
  const numbers = createNameNumbers();
  let list: readonly CallParticipant[] = [];

  function viewRoom() {
    const entered = [...remoteParticipants.values()].flatMap(({ peer }) => (peer?.remoteState?.hasEntered ? peer : []));
    const silent = entered.filter(({ liveness }) => liveness !== "alive");
    const own = { isOffline: options.isOffline(), isServerLost: !options.isReachable() };
    return { ...own, entered: entered.length, silent: silent.length };
  }

  function view(remote: RemoteParticipant, room: ReturnType<typeof viewRoom>): CallParticipant | null {
    const viewed = viewParticipant({ ...remote, room, numberOf: numbers.numberOf });
    if (viewed !== null) remote.returning = null;
    return viewed ?? remote.returning;
  }

  return {
    get list() {
      return list;
    },
    numberOf: numbers.numberOf,
    review() {
      const room = viewRoom();
      const shown: CallParticipant[] = [];
      let isChanged = false;
      for (const remote of remoteParticipants.values()) {
        const before = remote.view;
        const now = view(remote, room);
        const isSame = now === before || (now !== null && before !== null && isSameView(now, before));
        if (!isSame) {
          isChanged = true;
          remote.view = now;
        }
        if (remote.view !== null) shown.push(remote.view);
      }
      // A removed participant is no longer among them.
      if (!isChanged && shown.length === list.length) return;
      list = shown;
      options.onChange(list);
    },
    awaitReturn(remote, withinMs) {
      if (remote.view === null) return;
      const returning = viewReturning(remote.view);
      remote.returning = returning;
      clock.after(withinMs, () => {
        if (remote.returning !== returning) return;
        remote.returning = null;
        options.onReturnExpired();
      });
    },
  };
}
