// Plays a saved recording in a page, and measures what is seen and heard in it.
import type { Page } from "playwright-core";

export interface Played {
  readonly width: number;
  readonly height: number;
  readonly durationSeconds: number;
  readonly isSeekable: boolean;
  /** The root of the mean square of its samples. */
  readonly loudness: number;
  /** The share of the picture in the colour of somebody, in the middle of the recording. */
  readonly colours: { readonly anna: number; readonly boris: number; readonly fakeCamera: number };
  /** From the first picture to the last. */
  readonly shareOfAnna: readonly number[];
}

export function playRecording(page: Page, bytes: Buffer): Promise<Played> {
  return page.evaluate(play, bytes.toString("base64"));
}

/** Runs in the page, so it may not use anything from outside its body. */
async function play(base64: string): Promise<Played> {
  const content = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const video = document.createElement("video");
  video.muted = true;
  video.src = URL.createObjectURL(new Blob([content], { type: "video/webm" }));
  const happens = (type: string) =>
    new Promise((resolve, reject) => {
      video.addEventListener(type, resolve, { once: true });
      video.addEventListener("error", () => reject(new Error(video.error?.message)), { once: true });
    });
  await happens("loadeddata");
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width: 160, height: 90 });
  const context = canvas.getContext("2d", { willReadFrequently: true })!;

  // Of the page's people, and of Chromium's fake camera.
  const wanted = { anna: [0, 0, 0], boris: [0, 0, 0], fakeCamera: [0, 170, 0] };
  const colours = ["#b4654a", "#5b7a99", "#7a8b5a", "#8a6aa0", "#b58a3c", "#4f8f86", "#a05a72", "#6a6f8f"];
  for (const name of ["anna", "boris"] as const) {
    const title = name[0]!.toUpperCase() + name.slice(1);
    const index = [...title].reduce((sum, letter) => sum + letter.codePointAt(0)!, 0) % colours.length;
    wanted[name] = [1, 3, 5].map((at) => Number.parseInt(colours[index]!.slice(at, at + 2), 16));
  }
  async function seek(seconds: number) {
    const sought = happens("seeked");
    video.currentTime = seconds;
    await sought;
  }
  function shareOf([red = 0, green = 0, blue = 0]: readonly number[]): number {
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    let near = 0;
    for (let at = 0; at < data.length; at += 4) {
      const distance = Math.abs(data[at]! - red) + Math.abs(data[at + 1]! - green) + Math.abs(data[at + 2]! - blue);
      if (distance < 60) near += 1;
    }
    return near / (data.length / 4);
  }

  const { duration } = video;
  const steps = 20;
  const shareOfAnna: number[] = [];
  let middle = { anna: 0, boris: 0, fakeCamera: 0 };
  for (let step = 0; step <= steps; step += 1) {
    await seek((duration * step) / (steps + 0.5));
    shareOfAnna.push(shareOf(wanted.anna));
    if (step === steps / 2) {
      middle = { anna: shareOf(wanted.anna), boris: shareOf(wanted.boris), fakeCamera: shareOf(wanted.fakeCamera) };
    }
  }
  const audio = await new OfflineAudioContext(1, 1, 48_000).decodeAudioData(content.buffer);
  const samples = audio.getChannelData(0);
  const square = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  return {
    width: video.videoWidth,
    height: video.videoHeight,
    durationSeconds: duration,
    isSeekable: video.seekable.length > 0 && video.seekable.end(0) > duration / 2,
    loudness: Math.sqrt(square),
    colours: middle,
    shareOfAnna,
  };
}
