// The seat of a visit may be another tab's, or that of another device of the same person: then the
// call goes on here. Otherwise the room is looked up, unless another tab has the seat.
import { usePopups } from "../../popups/usePopups.ts";
import { toProblem } from "../../popups/problem.ts";
import type { DeadEndReason } from "../meeting-phase.ts";
import type { useMove } from "../moving/useMove.ts";
import type { VisitState } from "../visit-state.ts";
import type { EnteredRoom } from "./entered-room.ts";
import { adoptSeat } from "./left-seat.ts";
import type { useSeatGuard } from "./useSeatGuard.ts";

interface ArrivalScope {
  readonly uuid: string;
  /** The person has asked for the seat that another tab holds. */
  readonly takeOver: boolean;
  /** Of a move to this device. */
  readonly moveCode: string | null;
  readonly guard: Pick<ReturnType<typeof useSeatGuard<EnteredRoom>>, "claim" | "takeOver">;
  readonly move: Pick<ReturnType<typeof useMove>, "take">;
  readonly state: Pick<VisitState, "phase">;
  /** Aborted when the visit is over. */
  readonly signal: AbortSignal;
  readonly renewSession: () => void;
  readonly goOn: (handover: EnteredRoom) => Promise<void>;
  /** Looks up the room, and takes a seat in it. */
  readonly check: () => Promise<void>;
  readonly end: (reason: DeadEndReason) => void;
}

export function useArrival({
  uuid,
  takeOver,
  moveCode,
  guard,
  move,
  state: { phase },
  signal,
  renewSession,
  goOn,
  check,
  end,
}: ArrivalScope) {
  const { closePopups, showPopup } = usePopups();
  let isTakingOver = takeOver;

  async function arrive(): Promise<void> {
    if (takeOver) {
      await takeSeatOver();
    } else {
      const claim = await guard.claim();
      if (claim === "refused") {
        renewSession();
        return end("already-connected");
      }
      if (claim === "held") adoptSeat(uuid);
    }
    if (moveCode === null || (await takeMove(moveCode))) await check();
  }

  /** If the previous tab was in the call, this one is too. */
  async function takeSeatOver(): Promise<void> {
    const handover = await guard.takeOver();
    if (signal.aborted || handover === null) return;
    await goOn(handover);
  }

  /** The seat of another device of this person. False when there is no going on for now. */
  async function takeMove(code: string): Promise<boolean> {
    try {
      const entered = await move.take(code);
      if (entered === null) return (end("move-used"), false);
      isTakingOver = true;
      await goOn(entered);
      return !signal.aborted;
    } catch (error) {
      if (signal.aborted) return false;
      phase.value = { name: "lobby", step: "failed" };
      showPopup(toProblem(error, "connect-failed"), () => void retryMove(code));
      return false;
    }
  }

  async function retryMove(code: string): Promise<void> {
    closePopups();
    phase.value = { name: "lobby", step: "checking" };
    if (await takeMove(code)) await check();
  }

  return {
    arrive,
    /** Whether the seat that is taken ends one that this person holds elsewhere. */
    isTakingOver: () => isTakingOver,
  };
}
