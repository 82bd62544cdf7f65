// Pages of a chat, joined by connections that a test cuts and heals. Each direction of a connection
// keeps the order of its messages; a cut loses those under way.
import type { FeatureMessage } from "@meetogram/contract";
import type { FeatureSender, Features } from "../../../../src/call/features.ts";
import { createListeners } from "../../../../src/platform/listeners.ts";
import { createChatLog, type ChatEntry, type ChatLog } from "../../../../src/screens/call/chat/chat-log.ts";
import { createChatSync, type ChatSync } from "../../../../src/screens/call/chat/chat-sync.ts";
import { markOf } from "../../../../src/screens/call/chat/own-mark.ts";
import { deriveSecret } from "../../../../src/meeting/own-secret.ts";

interface Page {
  readonly participantID: string;
  readonly log: ChatLog;
  readonly sync: ChatSync;
  /** How often each message was reported as new. */
  readonly news: Map<string, number>;
  readonly reached: (participantID: string) => void;
  readonly receive: (from: FeatureSender, message: FeatureMessage) => void;
  readonly close: () => void;
}

export interface Pages {
  /** Opens a page, or reloads it. Nobody is connected with it yet. */
  open(participantID: string, isSameTab?: boolean): Promise<void>;
  close(participantID: string): void;
  page(participantID: string): Page;
  /** A page that is not open yet hears nothing of it: the call is entered, and its screen loads. */
  connect(one: string, other: string): void;
  cut(one: string, other: string): void;
  /** Delivers one message of a direction. False when there is none. */
  deliver(from: string, to: string): boolean;
  /** Delivers everything, and what follows from it. */
  settle(): Promise<void>;
  send(from: string, to: string, message: FeatureMessage): void;
  /** What was sent in this direction since it was connected. */
  sent(from: string, to: string): readonly FeatureMessage[];
  readonly ids: readonly string[];
  now: number;
}

export function createPages(): Pages {
  const pages = new Map<string, Page>();
  const secrets = new Map<string, CryptoKey>();
  const queues = new Map<string, FeatureMessage[]>();
  const sent = new Map<string, FeatureMessage[]>();
  const pending = new Set<Promise<unknown>>();
  const direction = (from: string, to: string) => `${from}>${to}`;

  function createFeatures(participantID: string) {
    const messages = createListeners<[FeatureSender, FeatureMessage]>();
    const reached = createListeners<[string]>();
    const features: Features = {
      get reachable() {
        const ways = [...queues.keys()].map((way) => way.split(">") as [string, string]);
        return ways.flatMap(([from, to]) => (from === participantID ? to : []));
      },
      send(message, to) {
        for (const other of features.reachable)
          if (to === undefined || to === other) world.send(participantID, other, message);
      },
      openFileChannel: () => null,
      onMessage: messages.add,
      onReached: reached.add,
    };
    return { features, messages, reached };
  }

  const world: Pages = {
    now: 1_800_000_000_000,
    get ids() {
      return [...pages.keys()];
    },
    async open(participantID, isSameTab = true) {
      if (pages.has(participantID)) world.close(participantID);
      const kept = isSameTab ? secrets.get(participantID) : undefined;
      const secret = kept ?? (await deriveSecret("chat", { d: `${participantID} ${Math.random()}` }));
      secrets.set(participantID, secret);
      const controller = new AbortController();
      const { features, messages, reached } = createFeatures(participantID);
      const log = createChatLog(() => world.now);
      const news = new Map<string, number>();
      const sync = createChatSync({
        features,
        participantID,
        log,
        now: () => world.now,
        mark(content) {
          const marking = markOf(secret, content).finally(() => pending.delete(marking));
          pending.add(marking);
          return marking;
        },
        nameOf: (id) => id.toUpperCase(),
        onChange() {},
        onNew: ({ key }: ChatEntry) => news.set(key, (news.get(key) ?? 0) + 1),
        signal: controller.signal,
      });
      pages.set(participantID, {
        participantID,
        log,
        sync,
        news,
        reached: reached.emit,
        receive: messages.emit,
        close: () => controller.abort(),
      });
    },
    close(participantID) {
      for (const other of pages.keys()) world.cut(participantID, other);
      pages.get(participantID)?.close();
      pages.delete(participantID);
    },
    page: (participantID) => pages.get(participantID)!,
    connect(one, other) {
      if (one === other || queues.has(direction(one, other))) return;
      for (const way of [direction(one, other), direction(other, one)]) {
        queues.set(way, []);
        sent.set(way, []);
      }
      pages.get(one)?.reached(other);
      pages.get(other)?.reached(one);
    },
    cut(one, other) {
      for (const way of [direction(one, other), direction(other, one)]) queues.delete(way);
    },
    send(from, to, message) {
      queues.get(direction(from, to))?.push(structuredClone(message));
      sent.get(direction(from, to))?.push(message);
    },
    sent: (from, to) => sent.get(direction(from, to)) ?? [],
    deliver(from, to) {
      const message = queues.get(direction(from, to))?.shift();
      if (message === undefined) return false;
      pages.get(to)?.receive({ participantID: from, isHost: false }, message);
      return true;
    },
    async settle() {
      for (let isQuiet = false; !isQuiet;) {
        isQuiet = true;
        for (const from of pages.keys()) for (const to of pages.keys()) while (world.deliver(from, to)) isQuiet = false;
        while (pending.size > 0) {
          isQuiet = false;
          await Promise.all(pending);
        }
        await new Promise((resolve) => setImmediate(resolve));
        if (pending.size > 0) isQuiet = false;
      }
    },
  };
  return world;
}
