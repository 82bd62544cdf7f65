// The connection to the page around the frame. Which sites may frame at all is said by the header
// frame-ancestors. Here the first handshake of the parent is taken, and nothing of anybody else:
// from then on everything goes through its MessageChannel.
import {
  EmbedCommand,
  EmbedConnect,
  embedVersion,
  type EmbedErrorCode,
  type EmbedEvent,
  type EmbedHello,
} from "@meetogram/contract";
import * as v from "valibot";

export interface ParentPort {
  send(event: EmbedEvent): void;
  sendError(code: EmbedErrorCode, command: EmbedCommand["type"] | null): void;
  /** Takes the commands from now on, also those that have waited. The latest listener counts. */
  listen(handle: (command: EmbedCommand) => void): void;
}

/** What a parent that connects late is told of the past. */
const lasting: readonly EmbedEvent["type"][] = ["joined", "left", "participants", "state", "chat"];

export function createParentPort(frame: Window): ParentPort {
  const latest = new Map<EmbedEvent["type"], EmbedEvent>();
  let port: MessagePort | null = null;
  let handleCommand: ((command: EmbedCommand) => void) | null = null;

  function start(): void {
    if (port === null || handleCommand === null || port.onmessage !== null) return;
    port.postMessage({ type: "ready", version: embedVersion } satisfies EmbedEvent);
    for (const event of latest.values()) port.postMessage(event);
    // Commands have waited in the channel until now.
    port.onmessage = ({ data }) => {
      const command = v.safeParse(EmbedCommand, data);
      if (command.success) handleCommand?.(command.output);
      else sendError("invalid-command", null);
    };
  }

  function isFromParent({ source, origin }: MessageEvent): boolean {
    if (frame.parent === frame || source !== frame.parent) return false;
    // Not every browser tells it.
    const known = frame.location.ancestorOrigins?.[0];
    return known === undefined || known === origin;
  }

  function handleHandshake(event: MessageEvent): void {
    const [given] = event.ports;
    if (given === undefined || event.ports.length > 1) return;
    if (!isFromParent(event) || !v.is(EmbedConnect, event.data)) return;
    frame.removeEventListener("message", handleHandshake);
    port = given;
    start();
  }

  function send(event: EmbedEvent): void {
    if (event.type === "joined") latest.delete("left");
    if (event.type === "left") latest.delete("joined");
    if (lasting.includes(event.type)) {
      if (JSON.stringify(latest.get(event.type)) === JSON.stringify(event)) return;
      latest.set(event.type, event);
    }
    if (port !== null && port.onmessage !== null) port.postMessage(event);
  }

  function sendError(code: EmbedErrorCode, command: EmbedCommand["type"] | null): void {
    send({ type: "error", code, command });
  }

  frame.addEventListener("message", handleHandshake);
  const hello: v.InferOutput<typeof EmbedHello> = { type: "meetogram-hello", version: embedVersion };
  // It holds nothing, so it may go to whoever is there.
  if (frame.parent !== frame) frame.parent.postMessage(hello, "*");

  return {
    send,
    sendError,
    listen(handle) {
      handleCommand = handle;
      start();
    },
  };
}
