// What the browser does to the microphone's audio before it is sent. A person chooses it: somebody
// who plays an instrument turns all of it off.

export interface AudioProcessing {
  readonly echoCancellation: boolean;
  readonly noiseSuppression: boolean;
  readonly autoGainControl: boolean;
}

const parts = ["echoCancellation", "noiseSuppression", "autoGainControl"] as const;

/** The person's choice, otherwise the deployment's request, otherwise everything on. */
export function chooseAudioProcessing(
  requested: MediaTrackConstraints,
  chosen: Partial<AudioProcessing> = {},
): AudioProcessing {
  const choose = (part: keyof AudioProcessing) => chosen[part] ?? (requested[part] as unknown) !== false;
  return {
    echoCancellation: choose("echoCancellation"),
    noiseSuppression: choose("noiseSuppression"),
    autoGainControl: choose("autoGainControl"),
  };
}

/**
 * Resolves to false when the device must be reopened: some browsers accept the constraints and do
 * nothing.
 */
export async function applyAudioProcessing(track: MediaStreamTrack, capture: MediaTrackConstraints): Promise<boolean> {
  try {
    await track.applyConstraints(capture);
  } catch {
    return false;
  }
  const settings = track.getSettings();
  return parts.every((part) => settings[part] === undefined || settings[part] === capture[part]);
}
