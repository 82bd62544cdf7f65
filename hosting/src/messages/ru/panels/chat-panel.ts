import type { ChatPanelMessages } from "../../types/panels/chat-panel.ts";
import { count } from "../count.ts";

export const chatPanel: ChatPanelMessages = {
  list: "Сообщения",
  empty: "Сообщений пока нет. Сервер их не видит, и они исчезнут, когда уйдёт последний участник.",
  loadFailed: "Чат не загрузился. Проверьте сеть и откройте его ещё раз.",
  earlier: "Сообщения, написанные до вас, передали те, кто здесь.",
  forgotten: "Более старых сообщений нет: хранятся только последние.",
  leadsTo: (host) => `ведёт на ${host}`,
  waiting: "Отправится, когда кто-нибудь войдёт",
  newMessages: "Новые сообщения",
  field: "Сообщение",
  placeholder: "Напишите всем",
  keys: "Enter отправляет, Shift+Enter — новая строка.",
  send: "Отправить",
  left: (number) => `Осталось: ${count(number, "знак", "знака", "знаков")}`,
  over: (number) =>
    `Слишком длинно: на ${count(number, "знак", "знака", "знаков")}. Сократите или отправьте двумя частями.`,
  copyAll: "Скопировать всё",
  copied: "Скопировано",
  refused: "Браузер не дал скопировать. Сохраните чат в файл.",
  save: "Сохранить",
  fileName: "чат",
};
