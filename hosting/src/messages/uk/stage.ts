import type { StageMessages } from "../types/stage.ts";

export const stage: StageMessages = {
  menu: "Вигляд",
  view: "Як показати людей",
  views: { grid: "Усіх однаково", speaker: "Великим того, хто говорить" },
  pin: (name) => `Закріпити: ${name}`,
  unpin: "Відкріпити",
  showSelf: "Показати моє відео",
  hideSelf: "Сховати моє відео",
  moveSelf: "Пересунути моє відео: тягніть його або натискайте стрілки",
  mirrorSelf: "Віддзеркалити моє відео",
  audioOnly: "Лише звук",
  audioOnlyHint: "Заощаджує трафік: відео з камер не надходить і не йде. Інші це побачать.",
  audioOnlyShort: "Лише звук",
  audioOnlyOf: "Не приймає відео, щоб заощадити трафік",
  fullScreen: "На весь екран",
  float: "У маленькому вікні",
  floating: "Дзвінок у маленькому вікні",
  zoom: "Збільшити екран: тягніть його або натискайте стрілки, щоб рухати",
  zoomBack: "Показати екран цілком",
};
