// Pages that work out a safety code together: the real code, with channels in memory.
import { createHash, pbkdf2Sync } from "node:crypto";
import type { VerificationMessage } from "@meetogram/contract";
import type { Member } from "../../../src/call/verification/members.ts";
import {
  createVerification,
  type OtherMember,
  type Verification,
} from "../../../src/call/verification/verification.ts";
import { createManualClock, type ManualClock } from "../../platform/manual-clock.ts";

export const hash = (text: string) => createHash("sha256").update(text).digest("base64url");

export const member = (participantID: string, seat = 1): Member => ({
  participantID,
  seat,
  fingerprint: `sha-256 ${participantID.toUpperCase()}:${seat}`,
  signer: `key of ${participantID}`,
});

/** Completes everything that is under way in promises. */
export const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

export interface Page {
  readonly self: Member;
  readonly verification: Verification;
  /** Everybody whom this page sees, as it sees them. */
  others: readonly OtherMember[];
  /** The code as hexadecimal digits, or null. */
  readonly code: string | null;
  readonly nonces: readonly string[];
}

export interface PageOptions {
  readonly clock?: ManualClock;
  readonly roomKey?: string;
  readonly hash?: (text: string) => string;
  readonly createNonce?: () => string;
  /** PBKDF2 with few iterations, unless a test looks into the text. */
  readonly stretch?: (text: string) => Uint8Array;
}

export function openPage(self: Member, options: PageOptions = {}): Page {
  const { clock = createManualClock(), roomKey = "room key" } = options;
  const stretch = options.stretch ?? ((text: string) => pbkdf2Sync(roomKey, text, 10, 4, "sha256"));
  const nonces: string[] = [];
  const page: Page = {
    self,
    others: [],
    nonces,
    verification: createVerification({
      clock,
      readMembers: () => ({ self, others: page.others }),
      stretch: async (text) => stretch(text),
      hash: async (text) => (options.hash ?? hash)(text),
      createNonce() {
        const nonce = options.createNonce?.() ?? hash(crypto.randomUUID());
        nonces.push(nonce);
        return nonce;
      },
      onChange() {},
      signal: new AbortController().signal,
    }),
    get code() {
      return page.verification.code && Buffer.from(page.verification.code).toString("hex");
    },
  };
  return page;
}

export interface Delivery {
  readonly from: string;
  readonly to: Page;
  readonly message: VerificationMessage;
}

/** Each sees all the others; what they send waits in `sent`, in order for each pair. */
export function connectPages(pages: readonly Page[], sent: Delivery[]): void {
  for (const page of pages)
    page.others = pages
      .filter((other) => other !== page)
      .map((other) => ({
        ...other.self,
        connectionID: [page.self, other.self]
          .map(({ participantID, seat }) => participantID + seat)
          .toSorted()
          .join(),
        send: (message) => sent.push({ from: page.self.participantID, to: other, message }) > 0,
      }));
}

/** `choose` picks the next delivery among the first ones of each pair. */
export async function deliverAll(sent: Delivery[], choose: (count: number) => number = () => 0): Promise<void> {
  for (;;) {
    await settle();
    const firsts = sent.filter(
      (delivery, index) => sent.findIndex(({ from, to }) => from === delivery.from && to === delivery.to) === index,
    );
    const next = firsts[choose(firsts.length)];
    if (next === undefined) return;
    sent.splice(sent.indexOf(next), 1);
    next.to.verification.handleMessage(next.from, next.message);
  }
}
