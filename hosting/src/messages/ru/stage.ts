import type { StageMessages } from "../types/stage.ts";

export const stage: StageMessages = {
  menu: "Вид",
  view: "Как показать людей",
  views: { grid: "Всех одинаково", speaker: "Крупно того, кто говорит" },
  pin: (name) => `Закрепить: ${name}`,
  unpin: "Открепить",
  showSelf: "Показать моё видео",
  hideSelf: "Скрыть моё видео",
  moveSelf: "Передвинуть моё видео: тяните его или нажимайте стрелки",
  mirrorSelf: "Отражать моё видео как в зеркале",
  audioOnly: "Только звук",
  audioOnlyHint: "Экономит трафик: видео с камер не приходит и не уходит. Остальные это увидят.",
  audioOnlyShort: "Только звук",
  audioOnlyOf: "Не принимает видео, чтобы экономить трафик",
  fullScreen: "Во весь экран",
  float: "В маленьком окне",
  floating: "Звонок в маленьком окне",
  zoom: "Увеличить экран: тяните его или нажимайте стрелки, чтобы двигать",
  zoomBack: "Показать экран целиком",
};
