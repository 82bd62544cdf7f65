import type { ChatPanelMessages } from "../../types/panels/chat-panel.ts";
import { count } from "../count.ts";

export const chatPanel: ChatPanelMessages = {
  list: "Повідомлення",
  empty: "Повідомлень поки немає. Сервер їх не бачить, і вони зникнуть, коли вийде останній учасник.",
  loadFailed: "Чат не завантажився. Перевірте мережу і відкрийте його ще раз.",
  earlier: "Повідомлення, написані до вас, передали ті, хто тут.",
  forgotten: "Давніших повідомлень немає: зберігаються лише останні.",
  leadsTo: (host) => `веде на ${host}`,
  waiting: "Надішлеться, коли хтось увійде",
  newMessages: "Нові повідомлення",
  field: "Повідомлення",
  placeholder: "Напишіть усім",
  keys: "Enter надсилає, Shift+Enter — новий рядок.",
  send: "Надіслати",
  left: (number) => `Залишилося: ${count(number, "знак", "знаки", "знаків", "знака")}`,
  over: (number) =>
    `Задовго: на ${count(number, "знак", "знаки", "знаків", "знака")}. Скоротіть або надішліть двома частинами.`,
  copyAll: "Скопіювати все",
  copied: "Скопійовано",
  refused: "Браузер не дав скопіювати. Збережіть чат у файл.",
  save: "Зберегти",
  fileName: "чат",
};
