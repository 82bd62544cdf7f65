import type { StageMessages } from "../../types/call/stage.ts";

export const stage: StageMessages = {
  menu: "Вид",
  pin: (name) => `Закрепить: ${name}`,
  unpin: "Открепить",
  showSelf: "Показать моё видео",
  hideSelf: "Скрыть моё видео",
  moveSelf: "Передвинуть моё видео: тяните его или нажимайте стрелки",
  audioOnlyShort: "Только звук",
  audioOnlyOf: "Не принимает видео, чтобы экономить трафик",
  picturePaused: "Слабая сеть: пока без видео",
  pictureStill: "Видео замерло. Возможно, слабая сеть",
  ownPaused: "Слабая сеть: только звук",
  ownPausedForSome: "Кому-то идёт только звук",
};
