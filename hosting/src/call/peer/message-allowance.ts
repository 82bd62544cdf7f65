// How many control messages of each kind one participant may send: a token bucket each, so that no
// page can keep another one busy. The numbers leave room for what honest pages do at worst, because
// an excess costs them the connection.
import { fileLimits, limits, type ControlMessage } from "@meetogram/contract";
import type { Clock } from "../../platform/clock.ts";

/** "unknown": another client's message, or none at all. */
export type MessageKind = ControlMessage["type"] | "unknown";

export interface MessageAllowance {
  /** False when one more message of this kind is too much. */
  take(kind: MessageKind): boolean;
}

interface Bucket {
  readonly capacity: number;
  readonly perSecond: number;
}

/**
 * Each page sends one every 2 s. They pile up while the receiver's scripts do not run and its media
 * keeps the connection: 600 are 20 minutes.
 */
const periodic: Bucket = { capacity: 600, perSecond: 5 };

/** A fast hand presses a key 10 times a second. A sleeping receiver gets some minutes at once. */
const byHand: Bucket = { capacity: 200, perSecond: 10 };

/** Each may cost a negotiation. A shared screen or an ICE restart takes two to six. */
const negotiating: Bucket = { capacity: 100, perSecond: 5 };

/** Each takes room on the screen, and a sound. A newcomer gets what it has missed at once. */
const spoken: Bucket = { capacity: 20, perSecond: 2 };
const history: Bucket = { capacity: 2 * limits.maxChatHistory, perSecond: 2 };

/** Each may be shown to a person, or read much of a file. A new connection repeats them all. */
const perFile: Bucket = { capacity: 5 * fileLimits.maxOffers, perSecond: 1 };

const buckets: Partial<Record<MessageKind, Bucket>> = {
  ping: periodic,
  pong: periodic,
  report: periodic,
  signal: negotiating,
  hand: spoken,
  "audio-only": spoken,
  reaction: { capacity: 60, perSecond: 5 },
  request: spoken,
  chat: history,
  "chat-known": spoken,
  "chat-passed-on": history,
  "recording-shown": spoken,
  "file-offer": perFile,
  "file-accept": perFile,
};

export function createMessageAllowance(clock: Clock): MessageAllowance {
  const levels = new Map<MessageKind, { tokens: number; atMs: number }>();
  return {
    take(kind) {
      const { capacity, perSecond } = buckets[kind] ?? byHand;
      const atMs = clock.now();
      const level = levels.get(kind) ?? { tokens: capacity, atMs };
      const tokens = Math.min(capacity, level.tokens + ((atMs - level.atMs) / 1_000) * perSecond);
      const isAllowed = tokens >= 1;
      levels.set(kind, { tokens: isAllowed ? tokens - 1 : tokens, atMs });
      return isAllowed;
    },
  };
}
