// The data channel between two participants. It checks each control message that arrives. It is
// negotiated in advance (id 0), so it opens with the connection and costs no round trip.
import { ControlMessage } from "@meetogram/contract";
import * as v from "valibot";
import type { Clock } from "../../platform/clock.ts";

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
    onOpen: () => void;
    onMessage: (message: ControlMessage) => void;
    onClose: () => void;
    signal: AbortSignal;
  },
): ControlChannel {
  const { signal } = handlers;
  const channel = connection.createDataChannel("control", { negotiated: true, id: 0 });
  channel.addEventListener("open", handlers.onOpen, { signal });
  channel.addEventListener("close", handlers.onClose, { signal });
  channel.addEventListener(
    "message",
    (event: MessageEvent<unknown>) => {
      const message = readControlMessage(event.data);
      if (message !== null) handlers.onMessage(message);
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

/** Null for an unknown message: a newer client may say more. */
export function readControlMessage(data: unknown): ControlMessage | null {
  if (typeof data !== "string") return null;
  try {
    const parsed = v.safeParse(ControlMessage, JSON.parse(data));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
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
