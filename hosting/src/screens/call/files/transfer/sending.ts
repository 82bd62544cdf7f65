// One file on its way to one participant. It sends only what was asked for, and is never further
// ahead than the window. A new connection asks anew, from where the receiver is.
import { fileLimits, type FileFrame } from "@meetogram/contract";
import { createGate } from "./gate.ts";
import { encodeBase64url } from "../../../../platform/base64url.ts";
import { chainOf, emptyChain, extendChain, readBlock, type Chain } from "./hash-chain.ts";
import type { Lane } from "./lane.ts";
import { isHeld, type Transfer } from "./transfer.ts";

export interface Sending {
  /** Over this lane it was asked for. */
  readonly lane: Lane | null;
  start(lane: Lane, from: number, claimed: string): void;
  /** False when the receiver cannot have written that. */
  handleWritten(frame: Extract<FileFrame, { type: "written" }>): boolean;
  /** What holds it may have changed. */
  review(): void;
  stop(): void;
}

export function createSending(options: {
  file: File;
  /** Of the offer. */
  id: string;
  read: () => Transfer;
  onWritten: (end: number) => void;
  onUnreadable: () => void;
}): Sending {
  const { file, id } = options;
  const { blockBytes, windowBytes } = fileLimits;
  const gate = createGate();
  /** After each block that was read, so that a cut costs no reading again. */
  const chains: Chain[] = [emptyChain];
  let run = new AbortController();
  let lane: Lane | null = null;
  let written = 0;
  /** The end of the last complete block. */
  let sent = 0;

  async function chainAt(end: number, signal: AbortSignal): Promise<Chain | null> {
    return chains[end / blockBytes] ?? chainOf(file, end, signal);
  }

  async function begin(to: Lane, from: number, claimed: string, signal: AbortSignal) {
    const known = await chainAt(from, signal);
    if (known === null || signal.aborted) return;
    // The receiver has something else under this name. It starts over.
    const isSame = encodeBase64url(known) === claimed;
    written = sent = isSame ? from : 0;
    options.onWritten(written);
    await pump(to, isSame ? known : emptyChain, signal);
  }

  async function pump(to: Lane, start: Chain, signal: AbortSignal) {
    let chain = start;
    let next = readBlock(file, sent);
    while (sent < file.size) {
      const at = sent;
      const block = await next;
      if (block.length !== Math.min(blockBytes, file.size - at)) throw new Error("It has become shorter");
      const end = at + block.length;
      // Read while this one is sent.
      next = readBlock(file, end);
      next.catch(() => undefined);
      const extended = extendChain(chain, block);
      for (let part = 0; part < block.length; part += to.maxPartBytes) {
        const bytes = block.subarray(part, part + to.maxPartBytes);
        if (!(await mayGo(to, at + part + bytes.length, signal))) return;
        to.sendChunk({ id, at: at + part, bytes });
      }
      chain = await extended;
      if (signal.aborted) return;
      chains[Math.ceil(end / blockBytes)] = chain;
      sent = end;
      to.sendFrame({ type: "block", id, end, chain: encodeBase64url(chain) });
    }
  }

  async function mayGo(to: Lane, end: number, signal: AbortSignal): Promise<boolean> {
    for (;;) {
      const isAllowed = !isHeld(options.read()) && end <= written + windowBytes;
      if (isAllowed && to.hasRoom) return true;
      if (isAllowed) await to.whenRoom();
      else await gate.wait();
      if (signal.aborted || !to.isUsable) return false;
    }
  }

  return {
    get lane() {
      return lane;
    },
    start(to, from, claimed) {
      run.abort();
      run = new AbortController();
      lane = to;
      const { signal } = run;
      begin(to, from, claimed, signal).catch(() => {
        if (!signal.aborted) options.onUnreadable();
      });
    },
    handleWritten({ end }) {
      const isWhole = end === file.size || end % blockBytes === 0;
      if (!isWhole || end <= written || end > sent) return false;
      written = end;
      options.onWritten(end);
      gate.open();
      return true;
    },
    review: gate.open,
    stop() {
      run.abort();
      lane = null;
      gate.open();
    },
  };
}
