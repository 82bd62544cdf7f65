// Recording a call in the interface, and what is seen and heard in the saved file.
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import type { Person } from "../support/browser.ts";
import { eventually } from "../support/eventually.ts";

export async function startRecording({ page }: Person): Promise<void> {
  await page.getByTestId("more").click();
  await page.getByTestId("record").click();
  await page.getByTestId("start-recording").click();
  await page.getByTestId("own-recording").waitFor();
}

/** Until the recording has lasted so long. */
export async function recordUntil({ page }: Person, seconds: number): Promise<void> {
  const lasted = async () => {
    const [minutes = 0, rest = 0] = (await page.getByTestId("recording-time").innerText()).split(":").map(Number);
    return 60 * minutes + rest;
  };
  await eventually(`a recording of ${seconds} s`, lasted, (now) => now >= seconds);
}

/** Until a part of the recording is on the disk. Resolves to its bytes. */
export function waitForKept({ page }: Person): Promise<number> {
  const measure = () =>
    page.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      const folder = await root.getDirectoryHandle("recordings");
      let size = 0;
      for await (const handle of folder.values()) size += (await (handle as FileSystemFileHandle).getFile()).size;
      return size;
    });
  return eventually("a kept part of the recording", measure, (size) => size > 50_000);
}

/** The name of the file, and what it holds. The person's copy in the browser is deleted. */
export async function save({ page }: Person): Promise<{ name: string; bytes: Buffer }> {
  // The browser's own dialog for a file is out of reach here: such a page takes a download.
  await page.evaluate(() => Reflect.deleteProperty(window, "showSaveFilePicker"));
  const downloading = page.waitForEvent("download");
  await page.getByTestId("save-recording").click();
  const download = await downloading;
  const bytes = await readFile(await download.path());
  await page.getByTestId("handed-over").waitFor();
  await page.getByTestId("delete-recording").click();
  await page.getByTestId("kept-recording").waitFor({ state: "detached" });
  return { name: download.suggestedFilename(), bytes };
}

export interface Seen {
  /** In seconds. */
  readonly at: number;
  /** How many of the fake cameras' pictures are in it: green areas, apart from each other. */
  readonly cameras: number;
}

export interface Played {
  readonly durationSeconds: number;
  /** The root of the mean square of its samples. */
  readonly loudness: number;
  readonly pictures: readonly Seen[];
}

export function playRecording(page: Page, bytes: Buffer): Promise<Played> {
  return page.evaluate(play, bytes.toString("base64"));
}

/** Runs in the page, so it may not use anything from outside its body. */
async function play(base64: string): Promise<Played> {
  const content = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const video = document.createElement("video");
  video.muted = true;
  const happens = (type: string) =>
    new Promise((resolve, reject) => {
      video.addEventListener(type, resolve, { once: true });
      video.addEventListener("error", () => reject(new Error(video.error?.message)), { once: true });
    });
  const loaded = happens("loadeddata");
  video.src = URL.createObjectURL(new Blob([content], { type: "video/webm" }));
  await loaded;
  const [width, height] = [256, 144];
  const context = Object.assign(document.createElement("canvas"), { width, height }).getContext("2d", {
    willReadFrequently: true,
  })!;

  /** Counts areas of one colour, which the gaps between tiles keep apart. */
  function countCameras(): number {
    context.drawImage(video, 0, 0, width, height);
    const { data } = context.getImageData(0, 0, width, height);
    const isGreen = (pixel: number) => {
      const [red = 0, green = 0, blue = 0] = data.slice(4 * pixel, 4 * pixel + 3);
      return green > 90 && green > red + 50 && green > blue + 50;
    };
    const left = new Set(Array.from({ length: width * height }, (_, pixel) => pixel).filter(isGreen));
    let areas = 0;
    for (const start of left) {
      let size = 0;
      const waiting = [start];
      left.delete(start);
      for (let pixel = waiting.pop(); pixel !== undefined; pixel = waiting.pop()) {
        size += 1;
        for (const next of [pixel - 1, pixel + 1, pixel - width, pixel + width])
          if (left.delete(next)) waiting.push(next);
      }
      // Larger than a name or a shadow of the compression.
      if (size > 0.02 * width * height) areas += 1;
    }
    return areas;
  }

  const { duration } = video;
  const steps = 16;
  const pictures: { at: number; cameras: number }[] = [];
  for (let step = 0; step < steps; step += 1) {
    const sought = happens("seeked");
    video.currentTime = (duration * (step + 0.5)) / steps;
    await sought;
    pictures.push({ at: video.currentTime, cameras: countCameras() });
  }
  const audio = await new OfflineAudioContext(1, 1, 48_000).decodeAudioData(content.buffer);
  const samples = audio.getChannelData(0);
  const square = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  return { durationSeconds: duration, loudness: Math.sqrt(square), pictures };
}
