import type { StageMessages } from "../../types/call/stage.ts";

export const stage: StageMessages = {
  menu: "View",
  pin: (name) => `Pin ${name}`,
  unpin: "Unpin",
  showSelf: "Show my video",
  hideSelf: "Hide my video",
  moveSelf: "Move my video: drag it, or press the arrow keys",
  audioOnlyShort: "Audio only",
  audioOnlyOf: "Receives no video, to save data",
  picturePaused: "Weak network: no picture for now",
  pictureStill: "The picture is frozen. Perhaps a weak network",
  ownPaused: "Weak network: sound only",
  ownPausedForSome: "Sound only for some",
};
