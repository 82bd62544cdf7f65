// Messages to others, each written to its receiver's inbox. A sender has some slots in each inbox
// and uses them in turn, so it replaces only the oldest of its unread messages.
import { limits, paths } from "@meetogram/contract";
import { doc, serverTimestamp, setDoc, Timestamp } from "firebase/firestore";
import type { Signalling } from "../signalling.ts";
import type { PostMessage } from "./rest/message-post.ts";
import type { openPaths } from "./seat-documents.ts";
import type { ServerClock } from "./server-clock.ts";
import type { Writing } from "./writing.ts";

export function createOutbox(options: {
  at: ReturnType<typeof openPaths>;
  self: Signalling["self"];
  /** From the token. It shows which page sent a message. */
  session: string;
  writing: Writing;
  post: PostMessage;
  serverNow: ServerClock;
}): Signalling["send"] {
  const { at, self, session, writing, post, serverNow } = options;
  const nextSlots = new Map<string, number>();
  /** By receiver. What follows waits, and arrives later. */
  const posting = new Map<string, Promise<boolean>>();
  /** After one failure the SDK writes everything: it knows how to wait for a network. */
  let isPostUseful = true;

  /** Each page starts at another slot. The receiver may be emptying those of the page before. */
  function takeSlot(to: string): string {
    const number = nextSlots.get(to) ?? self.seat % limits.slotsPerSender;
    nextSlots.set(to, (number + 1) % limits.slotsPerSender);
    return paths.slot(self.participantID, number);
  }

  return async (to, payload) => {
    const ref = doc(at.inboxOf(to), takeSlot(to));
    const message = { from: self.participantID, session, payload };
    const expireAtMs = serverNow() + limits.signalTtlMs;
    while (posting.has(to)) await posting.get(to);
    if (isPostUseful && !writing.isOpen()) {
      const posted = post({ path: ref.path, ...message, expireAtMs });
      posting.set(to, posted);
      const isPosted = await posted;
      posting.delete(to);
      if (isPosted) return;
      isPostUseful = false;
    }
    const expireAt = Timestamp.fromMillis(expireAtMs);
    await writing.write(() => setDoc(ref, { ...message, sentAt: serverTimestamp(), expireAt }));
  };
}
