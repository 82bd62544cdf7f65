// The windows of the arrangement's tests, and the part of each that the tiles of a call get.
import type { Area } from "../../../../src/screens/call/stage/arrange-tiles.ts";

export interface TestWindow {
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

export const windows: readonly TestWindow[] = [
  { name: "a phone upright", width: 390, height: 844 },
  { name: "a phone across", width: 844, height: 390 },
  { name: "a small phone upright", width: 320, height: 568 },
  { name: "a tablet upright", width: 820, height: 1180 },
  { name: "a tablet across", width: 1180, height: 820 },
  { name: "a small laptop", width: 1280, height: 720 },
  { name: "a laptop", width: 1440, height: 900 },
  { name: "a monitor", width: 1920, height: 1080 },
  { name: "an ultrawide monitor", width: 2560, height: 1080 },
  { name: "a small laptop at 200 %", width: 640, height: 360 },
  { name: "a laptop at 200 %", width: 720, height: 450 },
  { name: "a tiny window", width: 280, height: 200 },
];

const gap = 10;
/** Of a window lower than this the bar takes less. CallView.vue has the same numbers. */
const lowPx = 400;

/** What the padding of the stage and the bar leave. */
export function stageOf({ width, height }: TestWindow): Area {
  return { width: width - 24, height: height - (height < lowPx ? 64 : 104), gap };
}
