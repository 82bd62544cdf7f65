import type { StageMessages } from "../types/stage.ts";

export const stage: StageMessages = {
  menu: "View",
  view: "Show people",
  views: { grid: "Everybody the same size", speaker: "The speaker large" },
  pin: (name) => `Pin ${name}`,
  unpin: "Unpin",
  showSelf: "Show my video",
  hideSelf: "Hide my video",
  moveSelf: "Move my video: drag it, or press the arrow keys",
  mirrorSelf: "Mirror my video",
  audioOnly: "Audio only",
  audioOnlyHint: "Saves data: no camera video comes in or goes out. The others are told.",
  audioOnlyShort: "Audio only",
  audioOnlyOf: "Receives no video, to save data",
  fullScreen: "Full screen",
  float: "In a small window",
  floating: "The call in a small window",
  zoom: "Enlarge the screen: drag it or press the arrow keys to move it",
  zoomBack: "Show the whole screen",
};
