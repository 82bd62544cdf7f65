import type { ViewingMessages } from "../../types/call/viewing.ts";

export const viewing: ViewingMessages = {
  view: "Show people",
  views: { grid: "Everybody the same size", speaker: "The speaker large" },
  mirrorSelf: "Mirror my video",
  audioOnly: "Audio only",
  audioOnlyHint: "Saves data: no camera video comes in or goes out. The others are told.",
  fullScreen: "Full screen",
  float: "In a small window",
  floating: "The call in a small window",
  zoom: "Enlarge the screen: drag it or press the arrow keys to move it",
  zoomBack: "Show the whole screen",
};
