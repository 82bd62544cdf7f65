// The system's own blur of the background, where the camera has one:
// https://www.w3.org/TR/mediacapture-extensions/#exposing-mediastreamtrack-source-background-blur-support
// The person chooses it here or in the system; the last choice counts.

export interface BackgroundBlur {
  /** In the picture. While the camera is asked: what it is asked for. */
  readonly isOn: boolean;
  /** False: only the system changes it. */
  readonly canChange: boolean;
  /** The camera has not taken the choice. */
  readonly isRefused: boolean;
}

export interface BlurControl {
  /** Null: the person has never chosen. */
  readonly choice: boolean | null;
  /** Null: the camera has no blur, or none that it tells of. */
  read(track: MediaStreamTrack): BackgroundBlur | null;
  /** For a camera that is being opened. */
  addTo(capture: MediaTrackConstraints): MediaTrackConstraints;
  /** Follows the track, and keeps it dark until it is blurred, if it should be. */
  attach(track: MediaStreamTrack, capture: MediaTrackConstraints, signal: AbortSignal): void;
  choose(isOn: boolean): void;
  /** Both at once, because new constraints undo earlier ones. Never rejects. */
  apply(track: MediaStreamTrack, capture: MediaTrackConstraints): Promise<void>;
}

/** `publish` is called after each change. */
export function createBlurControl(chosen: boolean | null, publish: () => void): BlurControl {
  let choice = chosen;
  let asking = 0;

  const isOnIn = (track: MediaStreamTrack) => track.getSettings().backgroundBlur === true;

  function read(track: MediaStreamTrack): BackgroundBlur | null {
    // Some browsers do not know this method.
    const offered = "getCapabilities" in track ? track.getCapabilities().backgroundBlur : undefined;
    if (offered === undefined || offered.length === 0) return null;
    const canChange = offered.includes(true) && offered.includes(false);
    const isOn = isOnIn(track);
    if (!canChange || choice === null) return { isOn, canChange, isRefused: false };
    return asking > 0 ? { isOn: choice, canChange, isRefused: false } : { isOn, canChange, isRefused: isOn !== choice };
  }

  async function apply(track: MediaStreamTrack, capture: MediaTrackConstraints): Promise<void> {
    if (choice === null || read(track)?.canChange !== true) return track.applyConstraints(capture).catch(() => {});
    const blur: MediaTrackConstraints = { backgroundBlur: choice };
    asking += 1;
    publish();
    await track.applyConstraints({ ...capture, ...blur }).catch(async () => {
      // Chromium takes only one kind of them in a call, and keeps the other: https://crbug.com/708723
      await track.applyConstraints(capture).catch(() => {});
      await track.applyConstraints(blur).catch(() => {});
    });
    asking -= 1;
    publish();
  }

  return {
    get choice() {
      return choice;
    },
    read,
    addTo: (capture) => (choice === null ? capture : { ...capture, backgroundBlur: choice }),
    attach(track, capture, signal) {
      const follow = () => {
        if (asking === 0 && read(track)?.canChange === true) choice = isOnIn(track);
        publish();
      };
      if (read(track)?.isRefused === true) {
        track.enabled = !choice;
        void apply(track, capture).finally(() => {
          track.enabled = true;
          publish();
        });
      }
      track.addEventListener("configurationchange", follow, { signal });
    },
    choose: (isOn) => (choice = isOn),
    apply,
  };
}
