// The page's side of the worker that writes a recording. Orders are answered one after another.
import type { Answer, Order } from "./pieces.worker.ts";

/** `isFull`: there was no room. What was written before is kept. */
export class WriteError extends Error {
  readonly isFull: boolean;

  /** `problem` is the name of a DOMException. */
  constructor(problem: string) {
    super(`A recording could not be written: ${problem}`);
    this.isFull = problem === "QuotaExceededError";
  }
}

export interface PieceWriter {
  /** Of the pieces that are on the disk. */
  readonly bytes: number;
  /** Resolves when the piece is on the disk. Rejects with a WriteError. */
  write(piece: Blob): Promise<void>;
  /** After what was to be written. The file is kept. Never rejects. */
  close(): Promise<void>;
}

/** A disk that is slower than the recording must not fill the memory: half a minute waits. */
const mostWaiting = 30;

export async function openPieceWriter(folder: string, fileName: string): Promise<PieceWriter> {
  const worker = new Worker(new URL("./pieces.worker.ts", import.meta.url), { type: "module" });
  const waiting: ((answer: Answer) => void)[] = [];
  let bytes = 0;
  let last: Promise<unknown> = Promise.resolve();

  const answerAll = (problem: string) => waiting.splice(0).forEach((answer) => answer({ problem }));
  worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => waiting.shift()?.(data));
  worker.addEventListener("error", () => answerAll("Error"));

  async function give(order: Order, transfer: Transferable[] = []): Promise<void> {
    const { problem } = await new Promise<Answer>((resolve) => {
      waiting.push(resolve);
      worker.postMessage(order, transfer);
    });
    if (problem !== null) throw new WriteError(problem);
  }

  async function writeNow(blob: Blob): Promise<void> {
    const piece = await blob.arrayBuffer();
    const { byteLength } = piece;
    await give({ type: "write", piece }, [piece]);
    bytes += byteLength;
  }

  try {
    await give({ type: "open", folder, fileName });
  } catch (error) {
    worker.terminate();
    throw error;
  }
  return {
    get bytes() {
      return bytes;
    },
    write(piece) {
      if (waiting.length >= mostWaiting) return Promise.reject(new WriteError("TimeoutError"));
      const written = last.then(() => writeNow(piece));
      last = written.catch(() => undefined);
      return written;
    },
    async close() {
      await last;
      await give({ type: "close" }).catch(() => undefined);
      worker.terminate();
    },
  };
}
