// A camera that blurs the background, at the edge of its track. It answers as the specification
// says: https://www.w3.org/TR/mediacapture-extensions/, and in one thing as Chromium does.

export interface BlurringCamera {
  /** What a page may choose from. */
  readonly offered: readonly boolean[];
  readonly isOn?: boolean;
  /** Takes what is asked for, and does nothing. */
  readonly refuses?: boolean;
  /** Takes this constraint only alone, and keeps it when others come without it. */
  readonly isChromium?: boolean;
  /** Answers only after `answer` was called. */
  readonly isSlow?: boolean;
}

export interface BlurWindow extends Window {
  /** By the last camera that was opened. */
  blurring: {
    isOn: boolean;
    readonly width: () => number | undefined;
    /** The person switches it in the system. */
    readonly switchInSystem: (isOn: boolean) => void;
    answer: () => void;
  };
}

function installBlurringCamera(camera: BlurringCamera): void {
  const { offered, isOn = false, refuses = false, isChromium = false, isSlow = false } = camera;
  const { mediaDevices } = navigator;
  const getUserMedia = mediaDevices.getUserMedia.bind(mediaDevices);

  function blurTrack(track: MediaStreamTrack): void {
    const real = {
      capabilities: track.getCapabilities.bind(track),
      settings: track.getSettings.bind(track),
      apply: track.applyConstraints.bind(track),
    };
    let answer = () => {};
    const answered = isSlow ? new Promise<void>((resolve) => (answer = resolve)) : Promise.resolve();
    const blurring: BlurWindow["blurring"] = {
      isOn,
      width: () => real.settings().width,
      switchInSystem(on) {
        blurring.isOn = on;
        track.dispatchEvent(new Event("configurationchange"));
      },
      answer: () => answer(),
    };
    Object.assign(window, { blurring });
    track.getCapabilities = () => ({ ...real.capabilities(), backgroundBlur: [...offered] });
    track.getSettings = () => ({ ...real.settings(), backgroundBlur: blurring.isOn });
    track.applyConstraints = async ({ backgroundBlur, ...others } = {}) => {
      const hasOthers = Object.keys(others).length > 0;
      if (isChromium && hasOthers && backgroundBlur !== undefined) {
        throw new OverconstrainedError("", "Mixing ImageCapture and non-ImageCapture constraints is not supported");
      }
      await answered;
      if (hasOthers) await real.apply(others);
      if (refuses) return;
      if (backgroundBlur === undefined) {
        // New constraints replace the earlier ones.
        if (!isChromium) blurring.isOn = isOn;
      } else if (offered.includes(backgroundBlur as boolean)) blurring.isOn = backgroundBlur as boolean;
    };
  }

  mediaDevices.getUserMedia = async (constraints) => {
    const stream = await getUserMedia(constraints);
    stream.getVideoTracks().forEach(blurTrack);
    return stream;
  };
}

/** To run in a page. tsx names functions with a helper that a page does not have. */
export const blurringScript = (camera: BlurringCamera): string =>
  `globalThis.__name ??= (target) => target; (${String(installBlurringCamera)})(${JSON.stringify(camera)})`;
