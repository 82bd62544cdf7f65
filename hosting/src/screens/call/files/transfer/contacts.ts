// The lane to each participant. It belongs to one connection: whoever is reached anew gets another
// one. A participant whose page has misbehaved gets no other before that.
import { fileLimits, type FileFrame } from "@meetogram/contract";
import type { Features } from "../../../../meeting/useMeeting.ts";
import type { Chunk } from "./frames.ts";
import { createLane, type Lane } from "./lane.ts";

export interface Contacts {
  /** Null when the participant cannot be reached now. */
  laneTo(participantID: string): Lane | null;
  hasMisbehaved(participantID: string): boolean;
  /** A transfer has ended here, and so many bytes of it may be on their way. */
  expectLate(participantID: string, bytes: number): void;
  handleReached(participantID: string): void;
  close(): void;
}

interface Contact {
  lane: Lane | null;
  isBroken: boolean;
  /** Bytes of transfers that have ended. What comes beyond them is a flood. */
  late: number;
}

/** What the frames of a transfer that has ended may take beside its bytes. */
const lateFrameBytes = 32 * fileLimits.minChunkBytes;

export function createContacts(options: {
  features: Features;
  /** "late": it belongs to no transfer that runs. "wrong": no honest page sends it. */
  onMessage: (participantID: string, message: Chunk | FileFrame) => "taken" | "late" | "wrong";
  onEnd: (participantID: string) => void;
}): Contacts {
  const contacts = new Map<string, Contact>();

  function contactOf(participantID: string): Contact {
    const contact = contacts.get(participantID) ?? { lane: null, isBroken: false, late: 0 };
    contacts.set(participantID, contact);
    return contact;
  }

  function handle(participantID: string, contact: Contact, message: Chunk | FileFrame) {
    const verdict = options.onMessage(participantID, message);
    if (verdict === "taken") return;
    contact.late -= "bytes" in message ? message.bytes.length : fileLimits.minChunkBytes;
    if (verdict === "wrong" || contact.late < 0) contact.lane?.breakOff();
  }

  return {
    laneTo(participantID) {
      const contact = contactOf(participantID);
      if (contact.isBroken) return null;
      if (contact.lane?.isUsable) return contact.lane;
      const opened = options.features.openFileChannel(participantID);
      if (opened === null) return null;
      const lane = createLane(opened, {
        onMessage: (message) => handle(participantID, contact, message),
        onEnd(isBroken) {
          contact.isBroken ||= isBroken;
          options.onEnd(participantID);
        },
      });
      contact.lane = lane;
      return lane.isUsable ? lane : null;
    },
    hasMisbehaved: (participantID) => contactOf(participantID).isBroken,
    expectLate(participantID, bytes) {
      contactOf(participantID).late += bytes + lateFrameBytes;
    },
    handleReached(participantID) {
      contacts.get(participantID)?.lane?.close();
      contacts.delete(participantID);
    },
    close() {
      for (const { lane } of contacts.values()) lane?.close();
    },
  };
}
