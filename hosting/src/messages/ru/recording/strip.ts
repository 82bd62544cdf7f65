import type { RecordingMessages } from "../../types/recording/strip.ts";

export const recording: RecordingMessages = {
  own: "Вы записываете",
  stop: "Остановить",
  stopLong: "Остановить запись",
  others: (names, count) => (count === 1 ? `${names} записывает этот звонок` : `${names} записывают этот звонок`),
  ended: (names, count) => (count === 1 ? `${names} больше не записывает` : `${names} больше не записывают`),
  ownStarted: "Запись началась. Это видят все.",
  ownEnded: "Запись закончилась.",
};
