import type { StageMessages } from "../../types/call/stage.ts";

export const stage: StageMessages = {
  menu: "Вигляд",
  pin: (name) => `Закріпити: ${name}`,
  unpin: "Відкріпити",
  showSelf: "Показати моє відео",
  hideSelf: "Сховати моє відео",
  moveSelf: "Пересунути моє відео: тягніть його або натискайте стрілки",
  audioOnlyShort: "Лише звук",
  audioOnlyOf: "Не приймає відео, щоб заощадити трафік",
  picturePaused: "Слабка мережа: поки без відео",
  pictureStill: "Відео завмерло. Можливо, слабка мережа",
  ownPaused: "Слабка мережа: лише звук",
  ownPausedForSome: "Декому йде лише звук",
};
