// Whether this browser can record a call. Asked without loading anything of the recording.
import { canKeepFiles } from "../../../recording/can-keep-files.ts";

/** The first that the browser knows. VP8 costs a device without a hardware encoder the least. */
const formats = ["video/webm;codecs=vp8,opus", "video/webm"];

/** Null where there is none. */
export function chooseFormat(): string | null {
  if (typeof MediaRecorder !== "function" || !("captureStream" in HTMLCanvasElement.prototype)) return null;
  return formats.find((format) => MediaRecorder.isTypeSupported(format)) ?? null;
}

export const canRecord = (): boolean => canKeepFiles() && chooseFormat() !== null;
