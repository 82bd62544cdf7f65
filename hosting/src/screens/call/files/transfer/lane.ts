// The channel of files to one participant, for as long as one connection lives. Senders wait until
// it has room. The first message that no honest page sends closes it for good.
import { fileLimits, type FileFrame } from "@meetogram/contract";
import type { FileChannel } from "../../../../meeting/useMeeting.ts";
import { createGate } from "./gate.ts";
import { encodeChunk, headerBytes, readMessage, type Chunk } from "./frames.ts";

/** More than this is not put into the browser's own queue, which has no room for a whole file. */
const fullBytes = 1024 ** 2;
/** The channel has closed, and the connection would have followed by then. */
const followsWithinMs = 2_000;
/** Below this, senders go on. Enough for the time in which a page does something else. */
const lowBytes = fullBytes / 4;

export interface Lane {
  /** Open, or about to be. */
  readonly isUsable: boolean;
  /** Bytes of a file that fit into one message. */
  readonly maxPartBytes: number;
  readonly hasRoom: boolean;
  /** Resolves when there may be room, or never will be again. */
  whenRoom(): Promise<void>;
  sendChunk(chunk: Chunk): void;
  sendFrame(frame: FileFrame): void;
  /** The other page does not follow the protocol. */
  breakOff(): void;
  close(): void;
}

export function createLane(
  { channel, maxMessageBytes, ended }: FileChannel,
  handlers: {
    onMessage: (message: Chunk | FileFrame) => void;
    /** Once. `isBroken`: by `breakOff`, or by a message that means nothing. */
    onEnd: (isBroken: boolean) => void;
  },
): Lane {
  const controller = new AbortController();
  const { signal } = controller;
  const gate = createGate();
  let timer: ReturnType<typeof setTimeout> | undefined;
  channel.bufferedAmountLowThreshold = lowBytes;

  function end(isBroken: boolean) {
    if (signal.aborted) return;
    controller.abort();
    clearTimeout(timer);
    channel.close();
    gate.open();
    handlers.onEnd(isBroken);
  }

  function handle({ data }: MessageEvent<unknown>) {
    const message = readMessage(data);
    if (message === null) end(true);
    else handlers.onMessage(message);
  }

  channel.addEventListener("message", handle, { signal });
  for (const type of ["open", "bufferedamountlow"]) channel.addEventListener(type, gate.open, { signal });
  // With its connection, it is a cut. Alone, the other page takes and sends no more files.
  channel.addEventListener("close", () => (timer = setTimeout(() => end(true), followsWithinMs)), { signal });
  ended.addEventListener("abort", () => end(false), { signal });

  const isOpen = () => !signal.aborted && channel.readyState === "open";
  const isUsable = () => isOpen() || (!signal.aborted && channel.readyState === "connecting");

  function send(data: string | Uint8Array<ArrayBuffer>) {
    try {
      if (isOpen()) channel.send(data as string);
    } catch {
      end(false);
    }
  }

  return {
    get isUsable() {
      return isUsable();
    },
    maxPartBytes: Math.max(fileLimits.minChunkBytes, Math.min(maxMessageBytes, fileLimits.maxChunkBytes)) - headerBytes,
    get hasRoom() {
      return isOpen() && channel.bufferedAmount <= fullBytes;
    },
    whenRoom: () => (isUsable() ? gate.wait() : Promise.resolve()),
    sendChunk: (chunk) => send(encodeChunk(chunk)),
    sendFrame: (frame) => send(JSON.stringify(frame)),
    breakOff: () => end(true),
    close: () => end(false),
  };
}
