// The files that this page has offered. Each offer is repeated to whoever is reached anew, until
// the file has arrived there.
import { cleanFileName, fileLimits, type FileFrame, type FileMessage } from "@meetogram/contract";
import type { Contacts } from "./contacts.ts";
import { encodeBase64url } from "../../../../platform/base64url.ts";
import { createRate } from "./rate.ts";
import { createSending, type Sending } from "./sending.ts";
import { isOver, offeredTransfer, type Transfer, type TransferProblem } from "./transfer.ts";
import type { Traffic } from "./traffic.ts";

interface Offered {
  readonly id: string;
  readonly sending: Sending;
  view: Transfer;
}

export interface Outgoing {
  readonly list: readonly Transfer[];
  /** So many more files may be offered to this participant now. */
  roomFor(participantID: string): number;
  offer(file: File, to: string): void;
  cancel(key: string): void;
  setPaused(key: string, isPaused: boolean): void;
  forget(key: string): void;
  handleMessage(from: string, message: Exclude<FileMessage, { type: "file-offer" }>): void;
  /** False when no honest page sends this; null when nothing here waits for it. */
  handleWritten(from: string, frame: Extract<FileFrame, { type: "written" }>): boolean | null;
  handleReached(participantID: string): void;
  handleLaneEnd(participantID: string): void;
}

export function createOutgoing({
  contacts,
  send,
  now,
  nextPlace,
  onChange,
}: Traffic & { contacts: Contacts }): Outgoing {
  const offers = new Map<string, Offered>();
  const openTo = (participantID: string) =>
    [...offers.values()].filter(({ view }) => view.participantID === participantID && !isOver(view));

  function find(from: string, id: string): Offered | undefined {
    const offered = offers.get(id);
    return offered?.view.participantID === from ? offered : undefined;
  }

  function change(offered: Offered, changes: Partial<Transfer>) {
    offered.view = { ...offered.view, ...changes };
    onChange();
  }

  function end(offered: Offered, changes: Pick<Transfer, "state"> & Partial<Transfer>) {
    if (isOver(offered.view)) return;
    if (offered.sending.lane !== null) contacts.expectLate(offered.view.participantID, 0);
    offered.sending.stop();
    change(offered, { ...changes, bytesPerSecond: null });
  }

  function fail(offered: Offered, problem: Exclude<TransferProblem, "too-large">) {
    end(offered, { state: "failed", problem });
    send({ type: "file-cancel", id: offered.id, reason: problem }, offered.view.participantID);
  }

  function announce({ id, view }: Offered) {
    const { participantID: to, name, size } = view;
    send({ type: "file-offer", id, name, size }, to);
    if (view.isPausedHere) send({ type: "file-pause", id, isPaused: true }, to);
  }

  function handleAccept(offered: Offered, { from, chain }: Extract<FileMessage, { type: "file-accept" }>) {
    const { sending, view } = offered;
    if (from > 0 && from >= view.size) return fail(offered, "misbehaved");
    const lane = contacts.laneTo(view.participantID);
    // Once over each connection: answering may take reading the whole file.
    if (lane === null || lane === sending.lane) return;
    change(offered, { state: "running", isPausedThere: false });
    sending.start(lane, from, chain);
  }

  return {
    get list() {
      return [...offers.values()].map(({ view }) => view);
    },
    roomFor: (participantID) => fileLimits.maxOffers - openTo(participantID).length,
    offer(file, to) {
      const id = encodeBase64url(crypto.getRandomValues(new Uint8Array(16)));
      const rate = createRate();
      const { size } = file;
      const name = cleanFileName(file.name);
      const offered: Offered = {
        id,
        view: offeredTransfer({ key: id, place: nextPlace(), isIncoming: false, participantID: to, name, size }),
        sending: createSending({
          file,
          id,
          read: () => offered.view,
          onWritten(written) {
            rate.add(written, now());
            change(offered, { written, bytesPerSecond: rate.perSecond() });
          },
          onUnreadable: () => fail(offered, "unreadable"),
        }),
      };
      offers.set(id, offered);
      announce(offered);
      onChange();
    },
    cancel(key) {
      const offered = offers.get(key);
      if (offered === undefined || isOver(offered.view)) return;
      end(offered, { state: "cancelled" });
      send({ type: "file-cancel", id: key, reason: "cancelled" }, offered.view.participantID);
    },
    setPaused(key, isPaused) {
      const offered = offers.get(key);
      if (offered === undefined || isOver(offered.view)) return;
      change(offered, { isPausedHere: isPaused, bytesPerSecond: null });
      send({ type: "file-pause", id: key, isPaused }, offered.view.participantID);
      offered.sending.review();
    },
    forget(key) {
      const offered = offers.get(key);
      if (offered !== undefined && isOver(offered.view)) offers.delete(key);
      onChange();
    },
    handleMessage(from, message) {
      const offered = find(from, message.id);
      if (message.type === "file-accept" && (offered === undefined || isOver(offered.view))) {
        const reason = offered?.view.state === "cancelled" ? "cancelled" : "unknown";
        return send({ type: "file-cancel", id: message.id, reason }, from);
      }
      if (offered === undefined || isOver(offered.view)) return;
      switch (message.type) {
        case "file-accept":
          return handleAccept(offered, message);
        case "file-refuse":
          return end(offered, { state: "refused" });
        case "file-cancel": {
          const { reason } = message;
          if (reason === "cancelled") end(offered, { state: "cancelled", isByOther: true });
          else end(offered, { state: "failed", isByOther: true, problem: reason });
          return;
        }
        case "file-pause":
          change(offered, { isPausedThere: message.isPaused, bytesPerSecond: null });
          return offered.sending.review();
        case "file-done":
          return end(offered, { state: "done", written: offered.view.size });
        default:
          message satisfies never;
      }
    },
    handleWritten(from, frame) {
      const offered = find(from, frame.id);
      if (offered === undefined || isOver(offered.view)) return null;
      return offered.sending.handleWritten(frame);
    },
    handleReached(participantID) {
      for (const offered of openTo(participantID)) announce(offered);
    },
    handleLaneEnd(participantID) {
      for (const offered of openTo(participantID)) {
        if (offered.sending.lane === null) continue;
        if (contacts.hasMisbehaved(participantID)) {
          fail(offered, "misbehaved");
          continue;
        }
        offered.sending.stop();
        change(offered, { state: "waiting", bytesPerSecond: null });
      }
    },
  };
}
