// A camera and a microphone that no machine has: a drawn face and silence, or what goes wrong.
import { streamOf } from "../nowhere/pictures.ts";

/** "asking": the browser's question has no answer yet. "opening": allowed, and not there yet. */
export type DeviceState = "on" | "asking" | "opening" | "denied" | "blocked" | "dismissed" | "missing" | "busy";

export interface DevicesOf {
  readonly camera: DeviceState;
  readonly microphone: DeviceState;
}

const errors: Partial<Record<DeviceState, readonly [name: string, message: string]>> = {
  denied: ["NotAllowedError", "Permission denied"],
  blocked: ["NotAllowedError", "Permission denied by system"],
  dismissed: ["NotAllowedError", "Permission dismissed"],
  missing: ["NotFoundError", "Requested device not found"],
  busy: ["NotReadableError", "Could not start video source"],
};

const listed = [
  ["videoinput", "camera", "Front camera"],
  ["videoinput", "camera-2", "Document camera with a very long name (046d:0825)"],
  ["audioinput", "microphone", "Built-in microphone"],
  ["audiooutput", "speaker", "Built-in speakers"],
] as const;

function permissionOf(state: DeviceState): PermissionState {
  if (state === "denied") return "denied";
  return state === "asking" || state === "dismissed" ? "prompt" : "granted";
}

/** A drawn track says that it comes from a canvas. */
function of(deviceId: string, track: MediaStreamTrack): MediaStreamTrack {
  const settings = track.getSettings();
  track.getSettings = () => ({ ...settings, deviceId });
  return track;
}

function silence(): MediaStreamTrack {
  return of("microphone", new AudioContext().createMediaStreamDestination().stream.getAudioTracks()[0]!);
}

function picture(): MediaStreamTrack {
  return of("camera", streamOf("own camera", { width: 640, height: 360 }).getVideoTracks()[0]!.clone());
}

async function open({ camera, microphone }: DevicesOf, asked: MediaStreamConstraints): Promise<MediaStream> {
  const wanted = [...(asked.video ? [camera] : []), ...(asked.audio ? [microphone] : [])];
  if (wanted.some((state) => state === "asking" || state === "opening")) return new Promise(() => {});
  const failed = wanted.map((state) => errors[state]).find((error) => error !== undefined);
  if (failed !== undefined) throw new DOMException(failed[1], failed[0]);
  return new MediaStream([...(asked.video ? [picture()] : []), ...(asked.audio ? [silence()] : [])]);
}

/** Before anything asks for a device. */
export function imitateDevices(devices: DevicesOf): void {
  const { mediaDevices, permissions } = navigator;
  const query = permissions.query.bind(permissions);
  const isNamed = devices.camera === "on" || devices.microphone === "on";
  Object.assign(mediaDevices, {
    getUserMedia: (asked: MediaStreamConstraints) => open(devices, asked),
    getDisplayMedia: async () => streamOf("own screen", { width: 1280, height: 720 }).clone(),
    enumerateDevices: async () =>
      isNamed ? listed.map(([kind, deviceId, label]) => ({ kind, deviceId, label, groupId: "" })) : [],
  });
  permissions.query = async (asked) => {
    const name = asked.name as string;
    if (name !== "camera" && name !== "microphone") return query(asked);
    return Object.assign(new EventTarget(), { name, state: permissionOf(devices[name]), onchange: null });
  };
}
