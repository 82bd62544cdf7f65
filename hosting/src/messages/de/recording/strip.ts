import type { RecordingMessages } from "../../types/recording/strip.ts";

export const recording: RecordingMessages = {
  own: "Sie nehmen auf",
  stop: "Stopp",
  stopLong: "Aufnahme beenden",
  others: (names, count) => (count === 1 ? `${names} nimmt diesen Anruf auf` : `${names} nehmen diesen Anruf auf`),
  ended: (names, count) => (count === 1 ? `${names} nimmt nicht mehr auf` : `${names} nehmen nicht mehr auf`),
  ownStarted: "Die Aufnahme läuft. Alle sehen es.",
  ownEnded: "Die Aufnahme ist beendet.",
};
