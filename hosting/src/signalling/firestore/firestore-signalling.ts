// Signalling over Firestore. What is read: everyone's documents, the own inbox, the room. What is written: the own document, other
// inboxes, the room's expiry; nothing that firestore.rules would not let through. No heartbeat: a lease of minutes.
import { limits, RoomDocument } from "@meetogram/contract";
import {
  deleteDoc,
  doc,
  getDocFromServer,
  onSnapshot,
  serverTimestamp,
  setDoc,
  Timestamp,
  updateDoc,
  writeBatch,
  type DocumentData,
  type DocumentSnapshot,
  type Firestore,
  type FirestoreError,
  type QuerySnapshot,
} from "firebase/firestore";
import * as v from "valibot";
import { createListeners } from "../../call/listeners.ts";
import { systemClock, type Clock } from "../../call/clock.ts";
import {
  SignallingError,
  type EndOfSeat,
  type OwnChanges,
  type RoomState,
  type SeatedParticipant,
  type Signalling,
} from "../signalling.ts";
import { expiryFrom, leaseFrom, openPaths, readMessage, readSeat, type Seated } from "./seat-documents.ts";
import type { ServerClock } from "./server-clock.ts";

export interface FirestoreSignallingOptions {
  readonly firestore: Firestore;
  readonly room: string;
  readonly participantID: string;
  /** From the token: with it each message shows which page sent it. */
  readonly session: string;
  readonly seat: number;
  readonly serverNow: ServerClock;
  readonly clock?: Clock;
  /** Deletes the own document over REST, in a way that outlives the page. */
  deleteSeat: () => Promise<void>;
  /** Ends what was opened for this signalling. */
  onClose?: () => void;
}

/** A listener that failed for another reason than a refusal is set up again after this. */
const relistenAfterMs = 3_000;
/** Leaving waits no longer for its answer. */
const leaveWithinMs = 3_000;
/** A seat is swept by others this long after its lease, as clocks differ. */
const sweepAfterMs = 30_000;

export function createFirestoreSignalling(options: FirestoreSignallingOptions): Signalling {
  const { firestore, room, participantID, serverNow, clock = systemClock } = options;
  const self = { participantID, seat: options.seat };
  const at = openPaths(firestore, room, participantID);
  const participants = createListeners<[readonly SeatedParticipant[]]>();
  const messages = createListeners<[{ from: string; payload: string }]>();
  const ended = createListeners<[EndOfSeat]>();
  const reachability = createListeners<[boolean]>();
  const rooms = createListeners<[RoomState]>();
  const unsubscribes = new Set<() => void>();
  const delivered = new Set<string>();
  const known: {
    seats: Seated[];
    leaseUntil: number;
    expireAt: number;
    enteredAt: number | null;
    emptyRoomMs: number;
    state: RoomState | null;
  } = {
    seats: [],
    leaseUntil: Number.POSITIVE_INFINITY,
    expireAt: Number.POSITIVE_INFINITY,
    enteredAt: null,
    emptyRoomMs: limits.emptyRoomMs,
    state: null,
  };
  let isActive = false;
  let isClosed = false;
  let isReachable = true;
  let hasSeenOwn = false;
  let isReadingUsers = false;
  let isReadingInbox = false;
  let cancelRefresh = clock.after(limits.leaseRefreshMs, () => void refresh());

  function listen(subscribe: (onError: (error: FirestoreError) => void) => () => void) {
    if (isClosed) return;
    const unsubscribe = subscribe((error) => {
      unsubscribes.delete(unsubscribe);
      if (isClosed) return;
      if (error.code === "permission-denied") end(reasonOfDenial());
      else clock.after(relistenAfterMs, () => listen(subscribe));
    });
    unsubscribes.add(unsubscribe);
  }

  function reasonOfDenial(): EndOfSeat {
    const now = serverNow();
    return known.leaseUntil < now || known.expireAt < now ? "expired" : "removed";
  }

  function handleUsers(snapshot: QuerySnapshot) {
    if (isClosed) return;
    setReachable(!snapshot.metadata.fromCache);
    // What the cache alone says is never news.
    if (snapshot.metadata.fromCache) return;
    known.seats = snapshot.docs.flatMap((found) => readSeat(found.id, found.data()) ?? []);
    const own = known.seats.find(({ participant }) => participant.participantID === participantID);
    // A change written before the first snapshot came hides the own document for a moment: it is gone only after having been there.
    // Who has no seat at all is denied the listener.
    if (own === undefined) return hasSeenOwn ? end(reasonOfDenial()) : undefined;
    if (own.participant.seat > self.seat) return end("moved");
    hasSeenOwn = true;
    known.leaseUntil = own.leaseUntil;
    publish();
  }

  function publish() {
    const now = serverNow();
    const isHeld = ({ participant, leaseUntil }: Seated) =>
      leaseUntil > now || participant.participantID === participantID;
    participants.emit(known.seats.filter(isHeld).map(({ participant }) => participant));
  }

  function handleInbox(snapshot: QuerySnapshot) {
    if (isClosed) return;
    const arrived = snapshot.docChanges().filter(({ type, doc: { id } }) => type === "added" && !delivered.has(id));
    if (arrived.length === 0) return;
    const batch = writeBatch(firestore);
    const read = arrived.flatMap(({ doc: message }) => {
      delivered.add(message.id);
      batch.delete(message.ref);
      return readMessage(message.data()) ?? [];
    });
    // Refused only when the seat is gone, and then the other listener says so.
    batch.commit().catch(() => {});
    // Those sent before this seat was taken were for a page that is no more.
    const current = read.filter(({ sentAt }) => sentAt >= self.seat).sort((one, other) => one.sentAt - other.sentAt);
    for (const { from, payload } of current) if (!isClosed) messages.emit({ from, payload });
  }

  function setReachable(reachable: boolean) {
    if (reachable === isReachable) return;
    isReachable = reachable;
    reachability.emit(reachable);
  }

  async function refresh(): Promise<void> {
    cancelRefresh = clock.after(limits.leaseRefreshMs, () => void refresh());
    const now = serverNow();
    publish();
    // Two may move the expiry at once; the later of them is refused, and needs nothing.
    if (isActive && isExpiryNear(now)) {
      updateDoc(at.room, { expireAt: expiryFrom(now, known) }).catch(() => {});
    }
    for (const { participant, leaseUntil } of known.seats) {
      if (leaseUntil + sweepAfterMs < now) deleteDoc(doc(at.users, participant.participantID)).catch(() => {});
    }
    await updateDoc(at.own, { leaseUntil: leaseFrom(now) }).catch(() => {});
  }

  /** While it is far, entering costs one write: those inside move it ahead in time. */
  function isExpiryNear(now: number): boolean {
    return known.expireAt - now < known.emptyRoomMs / 2;
  }

  /** One batch: the seat becomes active, the room entered. */
  async function enter(changes: OwnChanges): Promise<void> {
    if (!Number.isFinite(known.expireAt)) await readRoom();
    const now = serverNow();
    const batch = writeBatch(firestore);
    batch.update(at.own, { ...changes, leaseUntil: leaseFrom(now) });
    const isFirst = known.enteredAt === null;
    if (isFirst || isExpiryNear(now)) {
      batch.update(at.room, { expireAt: expiryFrom(now, known), ...(isFirst && { enteredAt: serverTimestamp() }) });
    }
    await batch.commit();
  }

  function handleRoom(snapshot: DocumentSnapshot) {
    if (!snapshot.metadata.hasPendingWrites) takeRoom(snapshot.data());
  }

  async function readRoom(): Promise<void> {
    const found = await getDocFromServer(at.room);
    takeRoom(found.data());
  }

  function takeRoom(data: DocumentData | undefined) {
    const parsed = v.safeParse(RoomDocument, data);
    if (!parsed.success) return;
    ({ expireAt: known.expireAt, enteredAt: known.enteredAt } = parsed.output);
    const { emptyMinutes, isLocked } = parsed.output;
    if (emptyMinutes !== undefined) known.emptyRoomMs = emptyMinutes * 60_000;
    if (isLocked !== known.state?.isLocked) rooms.emit((known.state = { isLocked }));
  }

  function end(reason: EndOfSeat) {
    if (isClosed) return;
    close();
    ended.emit(reason);
  }

  function close() {
    if (isClosed) return;
    isClosed = true;
    cancelRefresh();
    for (const unsubscribe of unsubscribes) unsubscribe();
    options.onClose?.();
  }

  // With changes of metadata, for what this page has written itself counts once the server has taken it.
  listen((onError) => onSnapshot(at.room, { includeMetadataChanges: true }, handleRoom, onError));

  return {
    self,
    onParticipants(listener, listening) {
      participants.add(listener, listening);
      if (isReadingUsers) return void (hasSeenOwn && publish());
      isReadingUsers = true;
      listen((onError) => onSnapshot(at.users, { includeMetadataChanges: true }, handleUsers, onError));
    },
    onMessage(listener, listening) {
      messages.add(listener, listening);
      if (isReadingInbox) return;
      isReadingInbox = true;
      listen((onError) => onSnapshot(at.inboxOf(participantID), handleInbox, onError));
    },
    onEnded: ended.add,
    onReachability: reachability.add,
    onRoom(listener, listening) {
      rooms.add(listener, listening);
      if (known.state !== null) listener(known.state);
    },
    setLocked: (isLocked) => write(() => updateDoc(at.room, { isLocked })),
    send: (to, payload) =>
      write(() =>
        setDoc(doc(at.inboxOf(to)), {
          from: participantID,
          session: options.session,
          payload,
          sentAt: serverTimestamp(),
          expireAt: Timestamp.fromMillis(serverNow() + limits.signalTtlMs),
        }),
      ),
    async update(changes) {
      if (!changes.isActive || isActive) {
        return write(() => updateDoc(at.own, { ...changes, leaseUntil: leaseFrom(serverNow()) }));
      }
      // Somebody else may have entered first, or moved the expiry: then the room looks different, and it is asked again once.
      await write(() =>
        enter(changes).catch(async (error: unknown) => {
          if (!isRefusal(error)) throw error;
          await readRoom();
          await enter(changes);
        }),
      );
      isActive = true;
    },
    async leave() {
      close();
      await Promise.race([options.deleteSeat(), new Promise<void>((resolve) => clock.after(leaveWithinMs, resolve))]);
    },
    leaveNow() {
      void options.deleteSeat();
      close();
    },
    close,
  };

  async function write(run: () => Promise<void>): Promise<void> {
    if (isClosed) throw new SignallingError("refused");
    try {
      await run();
    } catch (cause) {
      throw new SignallingError(isRefusal(cause) ? "refused" : "unavailable", { cause });
    }
  }
}

/** "not-found": the own document is gone. */
function isRefusal(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : null;
  return code === "permission-denied" || code === "not-found";
}
