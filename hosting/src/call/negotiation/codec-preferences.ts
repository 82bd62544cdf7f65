// Sets the codec preferences of transceivers. Which codecs the device encodes in hardware is asked
// once, in the background. Nobody waits for the answer: earlier connections do without it.
import { hardwareCodecs, orderAudioCodecs, orderVideoCodecs } from "./codecs.ts";

const inHardware = new Set<string>();
let query: Promise<void> | null = null;

/** What is sent to a large tile. */
const largeVideo = { width: 1280, height: 720, framerate: 30, bitrate: 2_000_000 };

/** To be called as soon as it is clear that there will be a call. */
export function queryHardwareCodecs(): Promise<void> {
  return (query ??= Promise.all(hardwareCodecs.map(queryHardware)).then(() => {}));
}

async function queryHardware(mimeType: string): Promise<void> {
  const contentType = mimeType === "video/h264" ? `${mimeType};profile-level-id=42e01f;packetization-mode=1` : mimeType;
  try {
    const info = await navigator.mediaCapabilities.encodingInfo({
      type: "webrtc",
      video: { ...largeVideo, contentType },
    });
    if (info.supported && info.powerEfficient) inHardware.add(mimeType);
  } catch {
    // A browser that does not tell, or does not know the codec.
  }
}

/**
 * Before the offer, or between offer and answer. A browser that refuses the order keeps its own.
 */
export function preferCodecs(transceiver: RTCRtpTransceiver, kind: "audio" | "video"): void {
  if (typeof transceiver.setCodecPreferences !== "function" || typeof RTCRtpReceiver === "undefined") return;
  const known = RTCRtpReceiver.getCapabilities(kind)?.codecs ?? [];
  const wanted = kind === "audio" ? orderAudioCodecs(known) : orderVideoCodecs(known, inHardware);
  if (wanted.length === 0) return;
  try {
    transceiver.setCodecPreferences(wanted);
  } catch {
    // The spec's rules on allowed codecs have changed over time:
    // https://www.w3.org/TR/webrtc/#dom-rtcrtptransceiver-setcodecpreferences
  }
}
