// The picture of a recording: everybody's video on one canvas. It has videos of its own, so that
// the recording does not depend on what the stage shows.
import type { Size } from "../stage/picture-fit.ts";
import type { Plan } from "../stage/plan-stage.ts";
import { frame, layOut } from "./layout.ts";
import { paintNight, paintPicture } from "./paint.ts";
import type { Scene } from "./scene.ts";

const framesPerSecond = 25;
const defaultRatio = 16 / 9;

export interface Composer {
  readonly track: MediaStreamTrack;
  show(scene: Scene): void;
  /** From now on there are pictures. */
  start(): void;
  close(): void;
}

interface Source {
  readonly track: MediaStreamTrack;
  readonly video: HTMLVideoElement;
}

/** `onSizes` says how large each picture is, when that changes. */
export function createComposer(onSizes: (sizes: ReadonlyMap<string, Size>) => void): Composer {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, frame);
  const context = canvas.getContext("2d", { alpha: false });
  const [track] = canvas.captureStream(0).getVideoTracks() as CanvasCaptureMediaStreamTrack[];
  if (context === null || track === undefined) throw new Error("No canvas to record");
  const ticks = new Worker(new URL("./ticks.worker.ts", import.meta.url), { type: "module" });
  const sources = new Map<string, Source>();
  let scene: Scene = { pictures: [], voices: [] };
  let plan: Plan = new Map();
  let planned = "";

  ticks.addEventListener("message", () => {
    paint();
    ticks.postMessage(null);
  });

  function paint(): void {
    if (context === null || track === undefined) return;
    review();
    paintNight(context);
    for (const picture of scene.pictures) {
      const place = plan.get(picture.key);
      const video = picture.hasVideo ? (sources.get(picture.key)?.video ?? null) : null;
      if (place !== undefined && place.width > 0) paintPicture(context, picture, place, video);
    }
    track.requestFrame();
  }

  /** The places change with the people and with the shapes of their pictures. */
  function review(): void {
    const pictures = scene.pictures.map(({ key, isScreen }) => ({ key, isScreen, ratio: ratioOf(key) }));
    const asked = JSON.stringify(pictures);
    if (asked === planned) return;
    planned = asked;
    plan = layOut(pictures);
    onSizes(plan);
  }

  function ratioOf(key: string): number {
    const { videoWidth = 0, videoHeight = 0 } = sources.get(key)?.video ?? {};
    return videoWidth > 0 ? videoWidth / videoHeight : defaultRatio;
  }

  function remove(key: string): void {
    const source = sources.get(key);
    if (source !== undefined) source.video.srcObject = null;
    sources.delete(key);
  }

  return {
    track,
    show(shown) {
      scene = shown;
      const tracks = new Map(shown.pictures.map(({ key, stream }) => [key, stream.getVideoTracks()[0]]));
      for (const [key, source] of [...sources]) if (tracks.get(key) !== source.track) remove(key);
      for (const [key, video] of tracks)
        if (video !== undefined && !sources.has(key)) sources.set(key, { track: video, video: createVideo(video) });
    },
    start: () => ticks.postMessage(1_000 / framesPerSecond),
    close() {
      ticks.terminate();
      for (const key of [...sources.keys()]) remove(key);
      track.stop();
      onSizes(new Map());
    },
  };
}

function createVideo(track: MediaStreamTrack): HTMLVideoElement {
  const video = document.createElement("video");
  video.muted = true;
  video.playsInline = true;
  video.srcObject = new MediaStream([track]);
  // A muted video may always play. One that is removed meanwhile rejects.
  video.play().catch(() => undefined);
  return video;
}
