// What the browser does to the microphone's sound before it is sent. A choice of the person's: who plays an instrument turns all of
// it off.

export interface AudioProcessing {
  readonly echoCancellation: boolean;
  readonly noiseSuppression: boolean;
  readonly autoGainControl: boolean;
}

const parts = ["echoCancellation", "noiseSuppression", "autoGainControl"] as const;

/** What was chosen; what a deployment asks for where nothing was; otherwise everything. */
export function chooseAudioProcessing(
  asked: MediaTrackConstraints,
  chosen: Partial<AudioProcessing> = {},
): AudioProcessing {
  const choose = (part: keyof AudioProcessing) => chosen[part] ?? (asked[part] as unknown) !== false;
  return {
    echoCancellation: choose("echoCancellation"),
    noiseSuppression: choose("noiseSuppression"),
    autoGainControl: choose("autoGainControl"),
  };
}

/** False when the device has to be opened anew for it: some browsers take the wish and do nothing. */
export async function applyAudioProcessing(track: MediaStreamTrack, capture: MediaTrackConstraints): Promise<boolean> {
  try {
    await track.applyConstraints(capture);
  } catch {
    return false;
  }
  const settings = track.getSettings();
  return parts.every((part) => settings[part] === undefined || settings[part] === capture[part]);
}
