import type { StageMessages } from "../stage.ts";

export const stage: StageMessages = {
  menu: "View",
  view: "Show people",
  views: { grid: "All alike", speaker: "Who speaks, large" },
  pin: (name) => `Keep ${name} large`,
  unpin: "No longer keep large",
  showSelf: "Show my picture",
  hideSelf: "Hide my picture",
  moveSelf: "Move my picture: drag it, or press the arrow keys",
  mirrorSelf: "Mirror my picture",
  audioOnly: "Audio only",
  audioOnlyHint: "Saves data: no camera pictures come in or go out. The others are told.",
  audioOnlyShort: "Audio only",
  audioOnlyOf: "Takes no pictures, to save data",
  fullScreen: "Full screen",
  float: "In a small window",
  floating: "The call in a small window",
  zoom: "Enlarge the screen: drag it or press the arrow keys to move it",
  zoomBack: "Show the whole screen",
};
