import type { KeptMessages } from "../../types/recording/kept.ts";

export const kept: KeptMessages = {
  region: "Recordings to save",
  ready: "Your recording is ready",
  unsaved: (when) => `A recording from ${when} is not saved yet`,
  diskFull: "The recording has stopped: this device is almost full",
  writeFailed: "The recording has stopped: the browser could no longer write",
  where: (size) => `${size}. Only this browser has it, until you save or delete it.`,
  save: "Save",
  saving: "Saving…",
  saved: "The recording is saved.",
  notSaved: "The file could not be written. Choose another place, and save again.",
  handedOver: "It is saved with your downloads. When it is there, delete the copy in this browser.",
  remove: "Delete",
  removeForGood: "Delete for good",
  removed: "The recording is deleted.",
  later: "Later",
};
