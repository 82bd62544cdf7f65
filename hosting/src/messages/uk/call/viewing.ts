import type { ViewingMessages } from "../../types/call/viewing.ts";

export const viewing: ViewingMessages = {
  view: "Як показати людей",
  views: { grid: "Усіх однаково", speaker: "Великим того, хто говорить" },
  mirrorSelf: "Віддзеркалити моє відео",
  audioOnly: "Лише звук",
  audioOnlyHint: "Заощаджує трафік: відео з камер не надходить і не йде. Інші це побачать.",
  fullScreen: "На весь екран",
  float: "У маленькому вікні",
  floating: "Дзвінок у маленькому вікні",
  zoom: "Збільшити екран: тягніть його або натискайте стрілки, щоб рухати",
  zoomBack: "Показати екран цілком",
};
