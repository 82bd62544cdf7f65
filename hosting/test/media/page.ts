// The page of the device suites: the real LocalMedia, with a record of what it told.
import { createLocalMedia, type LocalMedia, type LocalMediaState } from "../../src/media/local-media.ts";

declare global {
  interface Window {
    devices: {
      readonly media: LocalMedia;
      readonly states: LocalMediaState[];
      /** Kinds of tracks in the order they were handed over; "-audio" for one that was taken away. */
      readonly tracks: string[];
      /** Every track that was ever opened. */
      readonly opened: MediaStreamTrack[];
    };
  }
}

const { signal } = new AbortController();
const opened: MediaStreamTrack[] = [];
const getUserMedia = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
navigator.mediaDevices.getUserMedia = async (constraints) => {
  const stream = await getUserMedia(constraints);
  opened.push(...stream.getTracks());
  return stream;
};

const media = createLocalMedia({
  capture: { video: { width: 320, height: 180, frameRate: 15 }, audio: { echoCancellation: false } },
});
const states: LocalMediaState[] = [];
const tracks: string[] = [];
media.onChange((state) => states.push(state), { signal });
media.onTrack((kind, track) => tracks.push(track === null ? `-${kind}` : kind), { signal });
window.devices = { media, states, tracks, opened };
