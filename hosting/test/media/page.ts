// The page of the device suites: the real LocalMedia, with a record of its reports.
import { createLocalMedia } from "../../src/media/create-local-media.ts";
import type { LocalMedia, LocalMediaOptions, LocalMediaState } from "../../src/media/local-media.ts";

declare global {
  interface Window {
    devices: {
      readonly media: LocalMedia;
      /** As after a reload: a LocalMedia with these choices. The previous one is closed. */
      restart(chosen: Pick<LocalMediaOptions, "cameraID" | "microphoneID" | "blurChoice">): void;
      /** The browser asks the person, who does not answer until `answer` is called. */
      hold(): void;
      answer(): void;
      readonly states: LocalMediaState[];
      /** The kinds of tracks in the order of their reports; "-audio" for one that was removed. */
      readonly tracks: string[];
      /** Every track that was opened. */
      readonly opened: MediaStreamTrack[];
      /** Devices, or whole kinds of devices, that are missing. */
      readonly unplugged: Set<string>;
      /** Kinds of devices that another program uses. */
      readonly inUse: Set<string>;
    };
  }
}

const { signal } = new AbortController();
const opened: MediaStreamTrack[] = [];
const getUserMedia = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
const unplugged = new Set<string>();
const inUse = new Set<string>();
let answered: Promise<void> = Promise.resolve();
let answer = () => {};
const enumerateDevices = navigator.mediaDevices.enumerateDevices.bind(navigator.mediaDevices);
const kindOf = ({ kind }: MediaDeviceInfo) => (kind === "videoinput" ? "video" : "audio");

// Answers as browsers do: https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia
navigator.mediaDevices.enumerateDevices = async () =>
  (await enumerateDevices()).filter((device) => !unplugged.has(kindOf(device)) && !unplugged.has(device.deviceId));
navigator.mediaDevices.getUserMedia = async (constraints = {}) => {
  for (const kind of ["audio", "video"] as const) {
    const constraint = constraints[kind];
    if (constraint === undefined || typeof constraint === "boolean") continue;
    if (unplugged.has(kind)) throw new DOMException("Requested device not found", "NotFoundError");
    if (inUse.has(kind)) throw new DOMException("Could not start source", "NotReadableError");
    const { exact } = (constraint.deviceId ?? {}) as ConstrainDOMStringParameters;
    if (typeof exact === "string" && unplugged.has(exact)) throw new OverconstrainedError("deviceId");
  }
  await answered;
  const stream = await getUserMedia(constraints);
  opened.push(...stream.getTracks());
  return stream;
};

const capture = { video: { width: 320, height: 180, frameRate: 15 }, audio: { echoCancellation: false } };
let media = createLocalMedia({ capture });
const states: LocalMediaState[] = [];
const tracks: string[] = [];
media.onChange((state) => states.push(state), { signal });
media.onTrack((kind, track) => tracks.push(track === null ? `-${kind}` : kind), { signal });
window.devices = {
  get media() {
    return media;
  },
  restart: (chosen) => (media = createLocalMedia({ capture, ...chosen })),
  hold: () => (answered = new Promise((resolve) => (answer = resolve))),
  answer: () => answer(),
  states,
  tracks,
  opened,
  unplugged,
  inUse,
};
