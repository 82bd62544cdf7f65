// The local camera and microphone for one visit, as refs. Everything is closed with the scope, so
// no camera light stays on.
import { computed, onScopeDispose, reactive, readonly, shallowReadonly, shallowRef } from "vue";
import { createLocalMedia } from "../media/create-local-media.ts";
import type { LocalMedia, AudioProcessing } from "../media/local-media.ts";
import { parseAudioProcessing } from "./parse-audio-processing.ts";
import { local } from "../browser/storage.ts";
import { useSpeaker } from "../sound/useSpeaker.ts";
import { useWillAsk } from "./devices/useWillAsk.ts";

export type { LocalMediaState, MediaDelay, MediaKindState, MediaProblem } from "../media/local-media.ts";

export function useLocalMedia() {
  const media: LocalMedia = createLocalMedia({
    cameraID: local.read("cameraID"),
    microphoneID: local.read("microphoneID"),
    audioProcessing: parseAudioProcessing(local.read("sound")),
    blurChoice: local.read("blur") === "on" ? true : null,
  });
  const state = shallowRef(media.state);
  const { permissions, willAsk } = useWillAsk(state);
  const scope = new AbortController();
  const returnedTo = new Set<string>();
  /** A device that is off has no ID. The select still shows the device that will be used. */
  const chosen = reactive({ camera: media.state.cameraID, microphone: media.state.microphoneID });
  media.onChange(
    (changed) => {
      if (changed.blurChoice !== state.value.blurChoice) rememberBlur(changed.blurChoice);
      state.value = changed;
      useSpeaker().setPresent(changed.devices.speakers.map(({ deviceId }) => deviceId));
      chosen.camera = changed.cameraID ?? chosen.camera;
      chosen.microphone = changed.microphoneID ?? chosen.microphone;
    },
    { signal: scope.signal },
  );

  /** Switches to the expected device, if it is back. */
  async function useReturned(kind: "audio" | "video"): Promise<void> {
    const { returnedID } = state.value[kind];
    if (returnedID === null) return;
    await (kind === "audio" ? media.useMicrophone(returnedID) : media.useCamera(returnedID));
  }

  onScopeDispose(() => {
    scope.abort();
    media.close();
  });

  return {
    media,
    stream: media.stream,
    state: shallowReadonly(state),
    chosen: readonly(chosen),
    /** For the level meter. */
    audioTrack: computed(() => (state.value.audio.isOn ? media.track("audio") : null)),
    /** Opens again what is wanted and not on. */
    askAgain: () => media.open({ audio: state.value.audio.isWanted, video: state.value.video.isWanted }),
    permissions,
    willAsk,
    /** As this browser's person left them last time. */
    wantedAtFirst: { audio: !wasOff("microphone"), video: !wasOff("camera") },
    async toggleMicrophone(): Promise<void> {
      const isOn = !isUsed(state.value.audio);
      rememberSwitch("microphone", isOn);
      await media.setAudio(isOn);
    },
    async toggleCamera(): Promise<void> {
      const isOn = !isUsed(state.value.video);
      rememberSwitch("camera", isOn);
      await media.setVideo(isOn);
    },
    /** Switches to the expected device if it is back, once: it may be there and not open. */
    async returnOnce(kind: "audio" | "video"): Promise<void> {
      const { returnedID } = state.value[kind];
      if (returnedID === null || returnedTo.has(returnedID)) return;
      returnedTo.add(returnedID);
      await useReturned(kind);
    },
    useReturned,
    async chooseAudioProcessing(changes: Partial<AudioProcessing>): Promise<void> {
      await media.setAudioProcessing(changes);
      local.write("sound", JSON.stringify(media.state.audioProcessing));
    },
    async chooseCamera(deviceID: string): Promise<void> {
      local.write("cameraID", deviceID);
      await media.useCamera(deviceID);
    },
    async chooseMicrophone(deviceID: string): Promise<void> {
      local.write("microphoneID", deviceID);
      await media.useMicrophone(deviceID);
    },
  };
}

type Switch = "microphone" | "camera";

function wasOff(device: Switch): boolean {
  return local.read(device) === "off";
}

function rememberSwitch(device: Switch, isOn: boolean): void {
  if (isOn) local.remove(device);
  else local.write(device, "off");
}

/** Whoever has it off leaves it to the system, which may have it on by the next visit. */
function rememberBlur(choice: boolean | null): void {
  if (choice === true) local.write("blur", "on");
  else local.remove("blur");
}

/**
 * Wanted and without a problem. The person's own buttons show this, even while the device is still
 * opening. Others are told what is on.
 */
export function isUsed(kind: { isWanted: boolean; problem: unknown }): boolean {
  return kind.isWanted && kind.problem === null;
}
