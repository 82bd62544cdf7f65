// The files that others have offered to this page. Nothing of them comes before a person has
// accepted, and only a few of them come at once.
import { fileLimits, type FileFrame, type FileMessage } from "@meetogram/contract";
import type { FileStore } from "../storage/file-store.ts";
import type { Contacts } from "./contacts.ts";
import type { Chunk } from "./frames.ts";
import { encodeBase64url } from "../../../../platform/base64url.ts";
import { createRate } from "./rate.ts";
import { createReceiving, type Receiving } from "./receiving.ts";
import type { Traffic } from "./traffic.ts";
import { isOver, offeredTransfer, type Transfer, type TransferProblem } from "./transfer.ts";

/** Each may keep a window of bytes in memory. */
const maxRunning = 4;

interface Given {
  /** Of the latest offer. */
  id: string;
  readonly storeKey: string;
  readonly receiving: Receiving;
  view: Transfer;
}

export interface Incoming {
  readonly list: readonly Transfer[];
  accept(key: string): void;
  refuse(key: string): void;
  cancel(key: string): void;
  setPaused(key: string, isPaused: boolean): void;
  /** The transfer is over, and what it has brought is not needed any more. */
  forget(key: string): void;
  handleMessage(from: string, message: FileMessage): void;
  /** False when no honest page sends this; null when nothing here waits for it. */
  handleFrame(from: string, message: Chunk | Extract<FileFrame, { type: "block" }>): boolean | null;
  handleReached(participantID: string): void;
  handleLaneEnd(participantID: string): void;
  handleLeft(participantID: string): void;
}

type Offer = Extract<FileMessage, { type: "file-offer" }>;

export function createIncoming(
  options: Traffic & { contacts: Contacts; store: FileStore; onArrived: (transfer: Transfer) => void },
): Incoming {
  const { contacts, store, send, now, onChange } = options;
  const given = new Map<string, Given>();
  /** Offers of which it is not known yet whether something of them is here. */
  const pending = new Map<string, Map<string, { isPaused: boolean }>>();
  const all = () => [...given.values()];
  const openOf = (participantID: string) =>
    all().filter(({ view }) => view.participantID === participantID && !isOver(view));
  const find = (from: string, id: string) => all().find((one) => one.view.participantID === from && one.id === id);

  function change(one: Given, changes: Partial<Transfer>) {
    one.view = { ...one.view, ...changes };
    onChange();
  }

  /** What is kept of a file that has arrived stays until it is forgotten. */
  function end(one: Given, changes: Pick<Transfer, "state"> & Partial<Transfer>) {
    if (isOver(one.view)) return;
    const { outstanding } = one.receiving;
    if (one.view.state === "running") contacts.expectLate(one.view.participantID, outstanding);
    if (changes.state === "done") one.receiving.stop();
    else one.receiving.erase();
    change(one, { ...changes, bytesPerSecond: null });
    startNext();
  }

  function fail(one: Given, problem: TransferProblem) {
    const reason = problem === "too-large" ? "unwritable" : problem;
    end(one, { state: "failed", problem });
    send({ type: "file-cancel", id: one.id, reason }, one.view.participantID);
  }

  function startNext() {
    for (const one of all()) {
      const running = all().filter(({ view }) => view.state === "running").length;
      if (one.view.state === "queued" && running < maxRunning) start(one);
    }
  }

  function start(one: Given) {
    const { participantID } = one.view;
    if (contacts.hasMisbehaved(participantID)) return fail(one, "misbehaved");
    const lane = contacts.laneTo(participantID);
    if (lane === null) return change(one, { state: "waiting" });
    change(one, { state: "running", problem: null, isPausedThere: false });
    one.receiving.start(lane);
  }

  function queue(one: Given) {
    change(one, { state: "queued" });
    startNext();
  }

  function add(from: string, { id, name, size }: Offer, storeKey: string): Given {
    const rate = createRate();
    // Another participant may know the ID.
    const key = `${from}/${id}`;
    const one: Given = {
      id,
      storeKey,
      view: offeredTransfer({ key, place: options.nextPlace(), isIncoming: true, participantID: from, name, size }),
      receiving: createReceiving({
        size,
        store,
        storeKey,
        ask(start, chain) {
          send({ type: "file-accept", id: one.id, from: start, chain }, from);
          if (one.view.isPausedHere) send({ type: "file-pause", id: one.id, isPaused: true }, from);
        },
        acknowledge: (lane, written) => lane.sendFrame({ type: "written", id: one.id, end: written }),
        onWritten(written) {
          rate.add(written, now());
          change(one, { written, bytesPerSecond: rate.perSecond() });
        },
        onComplete(content) {
          const received = new File([content], name, { type: "application/octet-stream" });
          end(one, { state: "done", received });
          send({ type: "file-done", id: one.id }, from);
          options.onArrived(one.view);
        },
        onFailed: (problem) => fail(one, problem),
      }),
    };
    given.set(key, one);
    onChange();
    return one;
  }

  async function handleNew(from: string, offer: Offer) {
    const awaited = pending.get(from) ?? new Map<string, { isPaused: boolean }>();
    pending.set(from, awaited);
    if (awaited.has(offer.id)) return;
    if (openOf(from).length + awaited.size >= fileLimits.maxOffers)
      return send({ type: "file-refuse", id: offer.id }, from);
    const state = { isPaused: false };
    awaited.set(offer.id, state);
    try {
      const storeKey = await keyOf(from, offer);
      const isUsed = all().some((one) => one.storeKey === storeKey && (!isOver(one.view) || one.view.state === "done"));
      const isKept = !isUsed && (await store.has(storeKey, offer.size));
      // Withdrawn meanwhile.
      if (!awaited.has(offer.id)) return;
      const one = add(from, offer, isUsed ? `${storeKey}-${offer.id}` : storeKey);
      // A person has accepted it before this page was reloaded.
      if (isKept) queue(one);
      if (state.isPaused) change(one, { isPausedThere: true });
    } finally {
      awaited.delete(offer.id);
    }
  }

  /** The sender's page was reloaded, and a person has given it the file again. */
  function adopt(from: string, { id, name, size }: Offer): boolean {
    const lost = openOf(from).find(
      ({ view }) => view.problem === "unknown" && view.name === name && view.size === size,
    );
    if (lost === undefined) return false;
    lost.id = id;
    change(lost, { problem: null });
    queue(lost);
    return true;
  }

  function handleOffer(from: string, offer: Offer) {
    const known = find(from, offer.id);
    if (known === undefined) {
      if (!adopt(from, offer)) void handleNew(from, offer);
      return;
    }
    const { state } = known.view;
    if (state === "waiting") queue(known);
    else if (state === "done") send({ type: "file-done", id: offer.id }, from);
    else if (state === "refused") send({ type: "file-refuse", id: offer.id }, from);
    else if (isOver(known.view)) send({ type: "file-cancel", id: offer.id, reason: "cancelled" }, from);
  }

  function handleCancel(one: Given, reason: Extract<FileMessage, { type: "file-cancel" }>["reason"]) {
    if (one.view.state === "offered") {
      given.delete(one.view.key);
      return onChange();
    }
    if (reason === "cancelled") return end(one, { state: "cancelled", isByOther: true });
    if (reason !== "unknown") return end(one, { state: "failed", isByOther: true, problem: reason });
    one.receiving.stop();
    change(one, { state: "waiting", problem: "unknown", bytesPerSecond: null });
    startNext();
  }

  function openByKey(key: string): Given | undefined {
    const one = given.get(key);
    return one === undefined || isOver(one.view) ? undefined : one;
  }

  return {
    get list() {
      return all().map(({ view }) => view);
    },
    accept(key) {
      const one = openByKey(key);
      if (one?.view.state === "offered") queue(one);
    },
    refuse(key) {
      const one = openByKey(key);
      if (one?.view.state !== "offered") return;
      end(one, { state: "refused" });
      send({ type: "file-refuse", id: one.id }, one.view.participantID);
    },
    cancel(key) {
      const one = openByKey(key);
      if (one === undefined) return;
      end(one, { state: "cancelled" });
      send({ type: "file-cancel", id: one.id, reason: "cancelled" }, one.view.participantID);
    },
    setPaused(key, isPaused) {
      const one = openByKey(key);
      if (one === undefined) return;
      change(one, { isPausedHere: isPaused, bytesPerSecond: null });
      send({ type: "file-pause", id: one.id, isPaused }, one.view.participantID);
    },
    forget(key) {
      const one = given.get(key);
      if (one === undefined || !isOver(one.view)) return;
      one.receiving.erase();
      given.delete(key);
      onChange();
    },
    handleMessage(from, message) {
      if (message.type === "file-offer") return handleOffer(from, message);
      const awaited = pending.get(from)?.get(message.id);
      if (awaited !== undefined && message.type === "file-pause") awaited.isPaused = message.isPaused;
      if (message.type === "file-cancel") pending.get(from)?.delete(message.id);
      const one = find(from, message.id);
      if (one === undefined || isOver(one.view)) return;
      if (message.type === "file-cancel") handleCancel(one, message.reason);
      else if (message.type === "file-pause") change(one, { isPausedThere: message.isPaused, bytesPerSecond: null });
    },
    handleFrame(from, message) {
      const one = find(from, message.id);
      return one?.view.state === "running" ? one.receiving.handle(message) : null;
    },
    handleReached(participantID) {
      for (const one of openOf(participantID))
        if (one.view.state === "waiting" && one.view.problem === null) queue(one);
    },
    handleLaneEnd(participantID) {
      for (const one of openOf(participantID)) {
        if (one.view.state !== "running") continue;
        if (contacts.hasMisbehaved(participantID)) {
          fail(one, "misbehaved");
          continue;
        }
        one.receiving.stop();
        change(one, { state: "waiting", bytesPerSecond: null });
      }
      startNext();
    },
    handleLeft(participantID) {
      for (const { view } of openOf(participantID)) if (view.state === "offered") given.delete(view.key);
      onChange();
    },
  };
}

/** The same for the same file of the same person, whichever page of theirs offers it. */
async function keyOf(from: string, { name, size }: Offer): Promise<string> {
  const content = new TextEncoder().encode(`${from}\n${size}\n${name}`);
  return encodeBase64url(new Uint8Array(await crypto.subtle.digest("SHA-256", content)));
}
