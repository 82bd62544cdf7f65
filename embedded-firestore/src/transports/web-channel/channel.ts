// One WebChannel session: the messages waiting for the client, and the back channel that carries them at the moment. A message
// leaves the queue only when the client has said (AID) that it has arrived; until then every new back channel sends it again.

import type { ServerResponse } from "node:http";
import type { Scheduler } from "../../service/scheduler.ts";
import { encodeFrame } from "./frame.ts";

export const noopIntervalMs = 30_000;
export const rotationMs = 60_000;
export const abandonedMs = 90_000;

/** The client compares it with what it has received; a small figure keeps it from suspecting a buffering proxy. */
const outstandingBytes = 7;

export interface Channel {
  readonly sid: string;
  /** Queues a message for the client. */
  push(message: unknown): void;
  /** Takes over as the back channel, after dropping what the client has received. */
  attach(response: ServerResponse, options: { lastReceivedId: number; isLongPolling: boolean }): void;
  /** The messages of a forward request that have not been seen before. */
  acceptForward<T>(offset: number, messages: readonly T[]): T[];
  /** The answer to a forward request. */
  forwardAnswer(): [hasBackChannel: number, lastSentId: number, outstandingBytes: number];
  close(): void;
}

interface BackChannel {
  readonly response: ServerResponse;
  readonly isLongPolling: boolean;
  sentId: number;
}

export function createChannel(options: { sid: string; scheduler: Scheduler; onAbandoned(): void }): Channel {
  const { sid, scheduler } = options;
  let queue: { readonly id: number; readonly message: unknown }[] = [];
  let lastId = 0;
  let nextForward = 0;
  let back: BackChannel | undefined;
  let isFlushing = false;
  let isClosed = false;
  let cancelAbandonment = scheduler.after(abandonedMs, options.onAbandoned);
  let cancelRotation = (): void => {};
  let cancelNoop = (): void => {};

  function enqueue(message: unknown): void {
    lastId += 1;
    queue.push({ id: lastId, message });
  }

  /** What is pushed in one go travels in one frame; long polling ends with the first frame, so it must hold everything. */
  function flushSoon(): void {
    if (isFlushing) return;
    isFlushing = true;
    queueMicrotask(() => {
      isFlushing = false;
      if (flush() && back?.isLongPolling) detach();
    });
  }

  function flush(): boolean {
    const channel = back;
    if (!channel) return false;
    const unsent = queue.filter(({ id }) => id > channel.sentId);
    if (unsent.length === 0) return false;
    channel.sentId = lastId;
    channel.response.write(encodeFrame(unsent.map(({ id, message }) => [id, [message]])));
    return true;
  }

  /** A noop is written without ending a long poll: ending it would make the client ask again at once. */
  function sendNoop(): void {
    enqueue("noop");
    flush();
    cancelNoop();
    cancelNoop = scheduler.after(noopIntervalMs, sendNoop);
  }

  function detach(): void {
    const channel = back;
    back = undefined;
    cancelRotation();
    cancelNoop();
    channel?.response.end();
    if (channel && !isClosed) {
      cancelAbandonment();
      cancelAbandonment = scheduler.after(abandonedMs, options.onAbandoned);
    }
  }

  return {
    sid,
    push(message) {
      if (isClosed) return;
      enqueue(message);
      flushSoon();
    },
    attach(response, { lastReceivedId, isLongPolling }) {
      detach();
      cancelAbandonment();
      queue = queue.filter(({ id }) => id > lastReceivedId);
      const channel: BackChannel = { response, isLongPolling, sentId: lastReceivedId };
      back = channel;
      response.once("close", () => {
        if (back === channel) detach();
      });
      cancelRotation = scheduler.after(rotationMs, detach);
      cancelNoop = scheduler.after(noopIntervalMs, sendNoop);
      response.flushHeaders();
      if (queue.length > 0) flushSoon();
      // The client falls back to long polling when nothing arrives soon after the handshake.
      else if (!isLongPolling) sendNoop();
    },
    acceptForward(offset, messages) {
      const fresh = messages.slice(Math.max(0, nextForward - offset));
      nextForward = Math.max(nextForward, offset + messages.length);
      return fresh;
    },
    forwardAnswer: () => [back ? 1 : 0, back?.sentId ?? lastId, outstandingBytes],
    close() {
      isClosed = true;
      detach();
      cancelAbandonment();
    },
  };
}
