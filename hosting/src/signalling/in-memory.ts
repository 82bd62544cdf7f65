// A room without a server: seats and inboxes in one JavaScript realm. It refuses what the server's
// rules refuse, so a call tested here meets the same refusals.
import { limits, sealedPattern, type ParticipantConstraints, type Role } from "@meetogram/contract";
import { createListeners, type Listeners } from "../platform/listeners.ts";
import {
  SignallingError,
  type EndOfSeat,
  type RoomState,
  type SeatLoss,
  type SeatedParticipant,
  type Signalling,
} from "./signalling.ts";

export interface InMemoryRoom {
  /**
   * Does what the server's `connect` does. An earlier page of this participant gets the reason
   * "moved".
   */
  seat(participantID: string, options?: { role?: Role; constraints?: ParticipantConstraints }): Signalling;
  /** Does what a host does, or what the deletion of an expired seat does. */
  remove(participantID: string, reason?: EndOfSeat): void;
  /** Withholds a seat that nobody has ended, or gives it back. */
  lose(participantID: string, loss: SeatLoss | null): void;
  /** Simulates the loss of the server: nothing arrives until it is back. */
  setReachable(isReachable: boolean): void;
}

interface Seat {
  document: SeatedParticipant;
  readonly inbox: { from: string; payload: string }[];
  readonly messages: Listeners<[{ from: string; payload: string }]>;
  readonly participants: Listeners<[readonly SeatedParticipant[]]>;
  readonly ended: Listeners<[EndOfSeat]>;
  readonly losses: Listeners<[SeatLoss | null]>;
  readonly reachability: Listeners<[boolean]>;
  readonly rooms: Listeners<[RoomState]>;
  isListening: boolean;
  isGone: boolean;
}

const isSealed = (payload: string) => payload.length <= limits.maxSealedSignalLength && sealedPattern.test(payload);

export function createInMemoryRoom(options: { delayMs?: number } = {}): InMemoryRoom {
  const seats = new Map<string, Seat>();
  let lastSeat = 0;
  let state: RoomState = { isLocked: false, removed: [], hasWaitingRoom: false, admitted: [] };
  let isReachable = true;
  let postponed: (() => void)[] = [];

  /** Everything arrives later and in order, as from a server. */
  function deliverLater(run: () => void) {
    const deliver = () => (isReachable ? run() : void postponed.push(run));
    if (options.delayMs === undefined) queueMicrotask(deliver);
    else setTimeout(deliver, options.delayMs);
  }

  function publish() {
    const all = [...seats.values()].map(({ document }) => document);
    for (const seat of seats.values()) deliverLater(() => void (seat.isGone || seat.participants.emit(all)));
  }

  function changeRoom(changes: Partial<RoomState>) {
    const changed = (state = { ...state, ...changes });
    for (const seat of seats.values()) deliverLater(() => void (seat.isGone || seat.rooms.emit(changed)));
  }

  function isHeldBack({ participantID, isActive, role }: SeatedParticipant): boolean {
    return state.hasWaitingRoom && !isActive && role !== "host" && !state.admitted.includes(participantID);
  }

  function flush(seat: Seat) {
    if (!seat.isListening || seat.isGone) return;
    for (const message of seat.inbox.splice(0)) seat.messages.emit(message);
  }

  function end(participantID: string, reason: EndOfSeat | null) {
    const seat = seats.get(participantID);
    if (seat === undefined) return;
    seats.delete(participantID);
    if (reason === null) seat.isGone = true;
    else
      deliverLater(() => {
        if (seat.isGone) return;
        seat.isGone = true;
        seat.ended.emit(reason);
      });
  }

  function signallingOf(seat: Seat): Signalling {
    const { participantID } = seat.document;
    const self = { participantID, seat: seat.document.seat };
    const isSeated = () => seats.get(participantID) === seat;
    const changeAsHost = (changes: Partial<RoomState>) => {
      if (!isSeated() || seat.document.role !== "host") throw new SignallingError("refused");
      changeRoom(changes);
    };
    const leaveNow = () => {
      if (isSeated()) end(participantID, null);
      seat.isGone = true;
      publish();
    };
    return {
      self,
      onParticipants(listener, listening) {
        seat.participants.add(listener, listening);
        publish();
      },
      onMessage(listener, listening) {
        seat.messages.add(listener, listening);
        seat.isListening = true;
        deliverLater(() => flush(seat));
      },
      onEnded: seat.ended.add,
      onSeatLoss: seat.losses.add,
      onReachability: seat.reachability.add,
      onRoom(listener, listening) {
        seat.rooms.add(listener, listening);
        deliverLater(() => listener(state));
      },
      async setLocked(isLocked) {
        changeAsHost({ isLocked });
      },
      async setWaitingRoom(hasWaitingRoom) {
        changeAsHost({ hasWaitingRoom });
      },
      async admit(participantIDs) {
        const admitted = [...new Set([...state.admitted, ...participantIDs])];
        changeAsHost({ admitted: admitted.slice(-limits.maxAdmitted) });
      },
      async send(to, payload) {
        const receiver = seats.get(to);
        const isAllowed = isSeated() && to !== participantID && isSealed(payload);
        if (!isAllowed || receiver === undefined) throw new SignallingError("refused");
        if (isHeldBack(seat.document) || isHeldBack(receiver.document)) throw new SignallingError("refused");
        deliverLater(() => {
          receiver.inbox.push({ from: participantID, payload });
          flush(receiver);
        });
      },
      async update(changes) {
        if (!isSeated()) throw new SignallingError("refused");
        if (changes.isActive && isHeldBack(seat.document)) throw new SignallingError("held-back");
        seat.document = { ...seat.document, ...changes };
        publish();
      },
      noticePresent() {},
      wake() {},
      async leave() {
        leaveNow();
      },
      leaveNow,
      close() {
        seat.isGone = true;
      },
    };
  }

  return {
    seat(participantID, { role = "guest", constraints = { audio: true, video: true, screen: false } } = {}) {
      end(participantID, "moved");
      lastSeat += 1;
      const seat: Seat = {
        document: { participantID, seat: lastSeat, isActive: false, constraints, role, name: null },
        inbox: [],
        messages: createListeners(),
        participants: createListeners(),
        ended: createListeners(),
        losses: createListeners(),
        reachability: createListeners(),
        rooms: createListeners(),
        isListening: false,
        isGone: false,
      };
      seats.set(participantID, seat);
      publish();
      return signallingOf(seat);
    },
    remove(participantID, reason = "removed") {
      end(participantID, reason);
      if (reason === "removed") changeRoom({ removed: [...state.removed, participantID] });
      publish();
    },
    lose(participantID, loss) {
      const seat = seats.get(participantID);
      if (seat !== undefined) deliverLater(() => seat.losses.emit(loss));
    },
    setReachable(reachable) {
      if (isReachable === reachable) return;
      isReachable = reachable;
      for (const seat of seats.values()) seat.reachability.emit(reachable);
      const waiting = postponed;
      postponed = [];
      for (const run of waiting) deliverLater(run);
    },
  };
}
