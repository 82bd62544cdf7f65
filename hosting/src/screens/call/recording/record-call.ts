// One recording of the call, from an empty file to a whole one. Each second goes to the disk as it
// comes. Loaded when somebody records.
import { createDiskWatch, estimateRoom, isAlmostFull } from "../../../recording/disk-watch.ts";
import { nameFile } from "../../../recording/file-name.ts";
import { createKeptFile } from "../../../recording/kept-files.ts";
import { WriteError } from "../../../recording/piece-writer.ts";
import type { RecordingEnd } from "../../../recording/useKept.ts";
import type { Size } from "../stage/picture-fit.ts";
import { chooseFormat } from "./can-record.ts";
import { createComposer } from "./composer.ts";
import { createMixer } from "./mixer.ts";
import { createScene, type SceneParts } from "./scene.ts";

/** A crash loses at most so much, and what the encoder has not given yet. */
const pieceMs = 1_000;
const bitsPerSecond = { videoBitsPerSecond: 2_500_000, audioBitsPerSecond: 96_000 };

export class NoRoomError extends Error {
  override readonly name = "NoRoomError";
}

export interface CallRecording {
  readonly fileName: string;
  show(parts: SceneParts): void;
  /** The first moment. Everybody has to be told before. */
  start(): void;
  /** Resolves when nothing is recorded any more and the file is whole. Never rejects. */
  stop(): Promise<void>;
}

async function createRecorder(onSizes: (sizes: ReadonlyMap<string, Size>) => void) {
  const composer = createComposer(onSizes);
  const mixer = createMixer();
  const mimeType = chooseFormat();
  const stream = new MediaStream([composer.track, mixer.track]);
  const recorder = new MediaRecorder(stream, { ...bitsPerSecond, ...(mimeType !== null && { mimeType }) });
  return { composer, mixer, recorder };
}

/** Prepares everything, and records nothing yet. Rejects with a NoRoomError, or with anything. */
export async function openRecording(options: {
  onSizes: (sizes: ReadonlyMap<string, Size>) => void;
  /** Nothing is recorded any more, and the file is whole. Called once, after `start`. */
  onEnd: (end: RecordingEnd) => void;
}): Promise<CallRecording> {
  if (isAlmostFull(await estimateRoom().catch(() => ({})), 0)) throw new NoRoomError();
  const fileName = nameFile(new Date());
  const file = await createKeptFile(fileName);
  const { composer, mixer, recorder } = await createRecorder(options.onSizes).catch(async (error: unknown) => {
    await file.close();
    throw error;
  });
  const isFull = createDiskWatch({ estimate: estimateRoom, now: () => performance.now() });
  let ending: Promise<void> | null = null;

  async function handlePiece(piece: Blob): Promise<void> {
    if (piece.size === 0) return;
    try {
      await file.write(piece);
      if (await isFull(file.bytes)) await end("disk-full");
    } catch (error) {
      await end(error instanceof WriteError && error.isFull ? "disk-full" : "failed");
    }
  }

  function end(reason: RecordingEnd): Promise<void> {
    return (ending ??= finish(reason));
  }

  async function finish(reason: RecordingEnd): Promise<void> {
    const stopped = new Promise((resolve) => recorder.addEventListener("stop", resolve, { once: true }));
    if (recorder.state !== "inactive") {
      recorder.stop();
      await stopped;
    }
    composer.close();
    mixer.close();
    await file.close();
    options.onEnd(reason);
  }

  recorder.addEventListener("dataavailable", ({ data }) => void handlePiece(data));
  recorder.addEventListener("error", () => void end("failed"));

  return {
    fileName,
    show(parts) {
      const scene = createScene(parts);
      composer.show(scene);
      mixer.show(scene);
    },
    start() {
      composer.start();
      recorder.start(pieceMs);
    },
    stop: () => end("stopped"),
  };
}
