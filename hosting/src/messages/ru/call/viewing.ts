import type { ViewingMessages } from "../../types/call/viewing.ts";

export const viewing: ViewingMessages = {
  view: "Как показать людей",
  views: { grid: "Всех одинаково", speaker: "Крупно того, кто говорит" },
  mirrorSelf: "Отражать моё видео как в зеркале",
  audioOnly: "Только звук",
  audioOnlyHint: "Экономит трафик: видео с камер не приходит и не уходит. Остальные это увидят.",
  fullScreen: "Во весь экран",
  float: "В маленьком окне",
  floating: "Звонок в маленьком окне",
  zoom: "Увеличить экран: тяните его или нажимайте стрелки, чтобы двигать",
  zoomBack: "Показать экран целиком",
};
