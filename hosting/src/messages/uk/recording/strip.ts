import type { RecordingMessages } from "../../types/recording/strip.ts";

export const recording: RecordingMessages = {
  own: "Ви записуєте",
  stop: "Зупинити",
  stopLong: "Зупинити запис",
  others: (names, count) => (count === 1 ? `${names} записує цей дзвінок` : `${names} записують цей дзвінок`),
  ended: (names, count) => (count === 1 ? `${names} більше не записує` : `${names} більше не записують`),
  ownStarted: "Запис почався. Це бачать усі.",
  ownEnded: "Запис закінчився.",
};
