// The data channel between two participants. It checks each control message that arrives: its size,
// its shape, and whether its kind is still allowed. It is negotiated in advance (id 0), so it opens
// with the connection and costs no round trip.
import { ControlMessage, limits } from "@meetogram/contract";
import * as v from "valibot";
import type { Clock } from "../../platform/clock.ts";
import type { MessageAllowance } from "./message-allowance.ts";

export interface ControlChannel {
  readonly isOpen: boolean;
  /** False when the channel is not open. */
  send(message: ControlMessage): boolean;
  /** Runs even after the handlers' signal was aborted. */
  whenClosed(run: () => void): void;
}

export function openControlChannel(
  connection: RTCPeerConnection,
  handlers: {
    allowance: MessageAllowance;
    onOpen: () => void;
    onMessage: (message: ControlMessage) => void;
    /** More has come than the allowance, a message that is too long, or another channel. */
    onExcess: () => void;
    onClose: () => void;
    signal: AbortSignal;
  },
): ControlChannel {
  const { signal } = handlers;
  const channel = connection.createDataChannel("control", { negotiated: true, id: 0 });
  // This channel needs no announcement, and honest pages open no other.
  connection.addEventListener("datachannel", handlers.onExcess, { signal });
  channel.addEventListener("open", handlers.onOpen, { signal });
  channel.addEventListener("close", handlers.onClose, { signal });
  channel.addEventListener(
    "message",
    (event: MessageEvent<unknown>) => {
      const message = readControlMessage(event.data);
      if (message === "too-long" || !handlers.allowance.take(message?.type ?? "unknown")) handlers.onExcess();
      else if (message !== null) handlers.onMessage(message);
    },
    { signal },
  );
  return {
    get isOpen() {
      return channel.readyState === "open";
    },
    send(message) {
      if (channel.readyState !== "open") return false;
      channel.send(JSON.stringify(message));
      return true;
    },
    whenClosed: (run) => channel.addEventListener("close", run, { once: true }),
  };
}

/** Null for an unknown message: a newer client may say more. One that is too long is not parsed. */
export function readControlMessage(data: unknown): ControlMessage | "too-long" | null {
  if (typeof data !== "string") return null;
  if (data.length > limits.maxControlSignalLength) return "too-long";
  try {
    const parsed = v.safeParse(ControlMessage, JSON.parse(data));
    const message = parsed.success ? parsed.output : null;
    return data.length > longest(message) ? "too-long" : message;
  } catch {
    return null;
  }
}

function longest(message: ControlMessage | null): number {
  switch (message?.type) {
    case "signal":
      return limits.maxControlSignalLength;
    case "chat":
    case "chat-known":
    case "chat-passed-on":
      return limits.maxControlChatLength;
    default:
      return limits.maxControlMessageLength;
  }
}

/**
 * Lets the remote side close the connection, and closes it itself after a while. Closing it
 * immediately would lose what it still carries: a `bye`, or the video that the remote side sees
 * until there is another connection.
 */
export function closeByRemote(
  connection: RTCPeerConnection,
  channel: ControlChannel,
  { clock, withinMs }: { clock: Clock; withinMs: number },
): void {
  const cancel = clock.after(withinMs, () => connection.close());
  channel.whenClosed(() => {
    cancel();
    connection.close();
  });
}
