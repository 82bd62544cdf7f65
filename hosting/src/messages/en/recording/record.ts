import type { RecordMessages } from "../../types/recording/record.ts";

export const record: RecordMessages = {
  record: "Record the call",
  unsupported: "This browser cannot record a call. Chrome, Edge and Firefox on a computer can.",
  heading: "Record this call?",
  what: "Everybody's video, shared screens and voices, yours too, in one file.",
  told: "Everybody sees that you are recording, and hears when it begins and ends. Nobody is recorded before their page shows it.",
  where: "The recording stays on this device. You save it as a file at the end.",
  start: "Start recording",
  starting: "Starting…",
  cancel: "Cancel",
  noRoom: "There is too little space on this device. Free some, then try again.",
  failed: "The browser did not allow recording. Private windows often do not: try a normal one.",
};
