// Brings a kept recording to where its person wants it. A browser that lets the person choose the
// place also says when the file is written. Others take it as a download, and say nothing.
import { downloadFile } from "../browser/download-file.ts";
import { withDuration } from "./webm-duration.ts";

interface PickerWindow {
  showSaveFilePicker?(options: {
    suggestedName: string;
    types: { accept: Record<string, string[]> }[];
  }): Promise<FileSystemFileHandle>;
}

/** "handed-over": nobody knows whether the download has succeeded. */
export type Saved = "saved" | "handed-over" | "cancelled" | "failed";

/** Must be called in a press. Never rejects. */
export async function saveFile(fileName: string, file: Blob): Promise<Saved> {
  const { showSaveFilePicker } = window as PickerWindow;
  try {
    if (showSaveFilePicker === undefined) {
      downloadFile(fileName, await withDuration(file));
      return "handed-over";
    }
    const types = [{ accept: { "video/webm": [".webm"] } }];
    const handle = await showSaveFilePicker.call(window, { suggestedName: fileName, types });
    const recording = await withDuration(file);
    await recording.stream().pipeTo(await handle.createWritable());
    return "saved";
  } catch (error) {
    return error instanceof DOMException && error.name === "AbortError" ? "cancelled" : "failed";
  }
}
