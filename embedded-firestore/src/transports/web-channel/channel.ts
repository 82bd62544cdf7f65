// One WebChannel session: the queued messages and the current back channel. A message stays in the
// queue until the client acknowledges it (AID). Until then every new back channel sends it again.

import type { ServerResponse } from "node:http";
import type { Scheduler } from "../../service/scheduler.ts";
import { encodeFrame } from "./frame.ts";

export const noopIntervalMs = 30_000;
export const rotationMs = 60_000;
export const abandonedMs = 90_000;

/**
 * The client compares this with what it has received. A small number keeps it from suspecting a
 * buffering proxy.
 */
const outstandingBytes = 7;

export interface Channel {
  readonly sid: string;
  /** Queues a message for the client. */
  push(message: unknown): void;
  /** Becomes the new back channel. First removes the acknowledged messages from the queue. */
  attach(response: ServerResponse, options: { lastReceivedId: number; isLongPolling: boolean }): void;
  /** Returns the messages of a forward channel request that were not seen before. */
  acceptForward<T>(offset: number, messages: readonly T[]): T[];
  /** The response to a forward channel request. */
  forwardResponse(): [hasBackChannel: number, lastSentId: number, outstandingBytes: number];
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

  /**
   * Sends everything that was queued in the same turn in one frame. A long poll ends with its first
   * frame, so that frame must hold everything.
   */
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

  /** A noop does not end a long poll. Otherwise the client would poll again at once. */
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
      // The client falls back to long polling if nothing arrives soon after the handshake.
      else if (!isLongPolling) sendNoop();
    },
    acceptForward(offset, messages) {
      const fresh = messages.slice(Math.max(0, nextForward - offset));
      nextForward = Math.max(nextForward, offset + messages.length);
      return fresh;
    },
    forwardResponse: () => [back ? 1 : 0, back?.sentId ?? lastId, outstandingBytes],
    close() {
      isClosed = true;
      detach();
      cancelAbandonment();
    },
  };
}
