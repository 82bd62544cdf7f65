// One file on its way from one participant. Every block is checked before it is written, and only
// written blocks count. What does not fit exactly where it must is no part of the file.
import { fileLimits, type FileFrame } from "@meetogram/contract";
import type { FileStore, KeptFile } from "../storage/file-store.ts";
import { headerBytes, type Chunk } from "./frames.ts";
import { encodeBase64url } from "../../../../platform/base64url.ts";
import { chainOf, emptyChain, extendChain, type Chain } from "./hash-chain.ts";
import type { Lane } from "./lane.ts";
import type { TransferProblem } from "./transfer.ts";

export interface Receiving {
  /** Over this lane it was asked for. */
  readonly lane: Lane | null;
  /** What the sender may still send of it, in bytes. */
  readonly outstanding: number;
  /** Asks for what is missing. */
  start(lane: Lane): void;
  /** False when no honest page sends this. */
  handle(message: Chunk | Extract<FileFrame, { type: "block" }>): boolean;
  stop(): void;
  /** Stops, and keeps nothing. */
  erase(): void;
}

export function createReceiving(options: {
  size: number;
  store: FileStore;
  storeKey: string;
  ask: (from: number, chain: string) => void;
  acknowledge: (lane: Lane, end: number) => void;
  onWritten: (end: number) => void;
  onComplete: (content: Blob) => void;
  onFailed: (problem: TransferProblem) => void;
}): Receiving {
  const { size, store, storeKey } = options;
  const { blockBytes, windowBytes, minChunkBytes } = fileLimits;
  const lastBlockAt = Math.max(0, Math.ceil(size / blockBytes) - 1) * blockBytes;
  let kept: KeptFile | null = null;
  /** Until the lane ends. */
  let run = new AbortController();
  /** Until everything is erased. What has come before a cut is still written. */
  let life = new AbortController();
  let lane: Lane | null = null;
  /** Writing and what must wait for it, one after another. */
  let queue: Promise<void> = Promise.resolve();
  let verified: { readonly end: number; readonly chain: Chain } | null = null;
  let written = 0;
  let received = 0;
  let block: Uint8Array<ArrayBuffer> | null = null;
  let filled = 0;
  let isFirst = true;
  let hasAsked = false;

  /** What rejects in it has found no room. */
  function enqueue(task: (signal: AbortSignal) => Promise<void>, { signal }: AbortController) {
    queue = queue
      .then(() => task(signal))
      .catch(() => {
        if (!signal.aborted) options.onFailed("unwritable");
      });
  }

  async function ask(signal: AbortSignal) {
    kept ??= await store.open(storeKey, size);
    if (signal.aborted) return;
    if (kept === null) return options.onFailed("too-large");
    if (size === 0) return complete(kept);
    // The last block always comes, so that its sender has vouched for the whole file.
    const from = Math.min(kept.length, lastBlockAt);
    if (verified?.end !== from) {
      const chain = await chainOf(await kept.read(), from, signal);
      if (chain === null || signal.aborted) return;
      verified = { end: from, chain };
    }
    written = received = from;
    options.onWritten(from);
    hasAsked = true;
    options.ask(from, encodeBase64url(verified.chain));
  }

  async function complete(file: KeptFile) {
    const content = await file.read();
    if (content.size !== size) throw new Error("Something of it is gone");
    options.onComplete(content);
  }

  function startOver() {
    written = received = 0;
    verified = { end: 0, chain: emptyChain };
    options.onWritten(0);
    enqueue(async () => kept?.erase(), life);
  }

  function handleChunk({ at, bytes }: Chunk): boolean {
    if (isFirst && at === 0 && received > 0) startOver();
    isFirst = false;
    const end = at + bytes.length;
    block ??= new Uint8Array(Math.max(0, Math.min(blockBytes, size - received)));
    const isLast = filled + bytes.length === block.length;
    if (at !== received || end > written + windowBytes || filled + bytes.length > block.length) return false;
    if (!isLast && bytes.length < minChunkBytes - headerBytes) return false;
    block.set(bytes, filled);
    filled += bytes.length;
    received = end;
    return true;
  }

  function handleBlock({ end, chain }: Extract<FileFrame, { type: "block" }>): boolean {
    const whole = block;
    const to = lane;
    if (whole === null || filled !== whole.length || end !== received || to === null) return false;
    block = null;
    filled = 0;
    enqueue((signal) => write(whole, end, chain, to, signal), life);
    return true;
  }

  async function write(whole: Uint8Array<ArrayBuffer>, end: number, chain: string, to: Lane, signal: AbortSignal) {
    if (signal.aborted || verified === null || kept === null) return;
    const extended = await extendChain(verified.chain, whole);
    if (signal.aborted) return;
    if (encodeBase64url(extended) !== chain) return options.onFailed("checksum");
    if (end > kept.length) await kept.append(whole);
    verified = { end, chain: extended };
    if (signal.aborted) return;
    written = end;
    options.onWritten(end);
    options.acknowledge(to, end);
    if (end === size) await complete(kept);
  }

  function stop() {
    run.abort();
    lane = null;
    block = null;
    filled = 0;
    hasAsked = false;
  }

  return {
    get lane() {
      return lane;
    },
    get outstanding() {
      return lane === null ? 0 : Math.max(0, Math.min(size, written + windowBytes) - received);
    },
    start(to) {
      stop();
      run = new AbortController();
      lane = to;
      isFirst = true;
      enqueue(ask, run);
    },
    handle(message) {
      if (!hasAsked) return false;
      return "bytes" in message ? handleChunk(message) : handleBlock(message);
    },
    stop,
    erase() {
      stop();
      life.abort();
      life = new AbortController();
      queue = queue.then(async () => (kept ?? (await store.open(storeKey, size)))?.erase()).catch(() => undefined);
      kept = null;
      verified = null;
    },
  };
}
