// The check with everything real: the devices, the server and the network of this page.
import { createApi } from "../api/client.ts";
import { systemClock } from "../platform/clock.ts";
import { callItself } from "./call-itself.ts";
import { checkFirestore, findProbe } from "./check-firestore.ts";
import { drawPicture, makeTone } from "./drawn-tracks.ts";
import { openDevices } from "./open-devices.ts";
import { readPictureOf, readSoundOf } from "./read-media.ts";
import { runChecks, type Running } from "./run-checks.ts";

/** Must be called in a press: otherwise some browsers give no sound. `preview` shows the camera. */
export async function examineDevice(preview: HTMLVideoElement, running: Running): Promise<void> {
  const context = openContext();
  try {
    await runChecks(
      {
        clock: systemClock,
        api: createApi(),
        openDevices,
        readPicture: (track) => readPictureOf(preview, track),
        readSound: (track) => readSoundOf(context, track),
        drawPicture,
        makeTone: () => context && makeTone(context),
        callItself,
        checkFirestore: async (signal) => checkFirestore(await findProbe(signal), systemClock, signal),
      },
      running,
    );
  } finally {
    preview.srcObject = null;
    await context?.close().catch(() => undefined);
  }
}

/** Null without Web Audio. */
function openContext(): AudioContext | null {
  try {
    const context = new AudioContext();
    void context.resume().catch(() => undefined);
    return context;
  } catch {
    return null;
  }
}
