import type { RecordingMessages } from "../../types/recording/strip.ts";

export const recording: RecordingMessages = {
  own: "You are recording",
  stop: "Stop",
  stopLong: "Stop recording",
  others: (names, count) => (count === 1 ? `${names} is recording this call` : `${names} are recording this call`),
  ended: (names, count) => (count === 1 ? `${names} has stopped recording` : `${names} have stopped recording`),
  ownStarted: "Recording has started. Everybody sees it.",
  ownEnded: "Recording has ended.",
};
