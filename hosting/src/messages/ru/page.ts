// What the page says before and around a room. It is loaded with the start, so it stays small.
import type { PageMessages } from "../en/page.ts";
import { start } from "./start.ts";
import { theme } from "./theme.ts";

export const page: PageMessages = {
  titles: { start: "meetogram: бесплатные видеозвонки", lobby: "Готовы? · meetogram" },
  language: { label: "Язык", failed: (name) => `Язык «${name}» не загрузился. Проверьте сеть и выберите его снова.` },
  start: { ...start, creating: "Открываем комнату…", proving: "Проверяем браузер…" },
  theme,
  popups: {
    retry: "Попробовать снова",
    close: "Закрыть",
    network: { title: "Нет подключения к сети", text: "Попробуйте снова, когда сеть появится." },
    "no-answer": {
      title: "Запрос не дошёл",
      text: "Возможно, его блокирует расширение браузера или сетевой экран, или сервер ненадолго недоступен. Попробуйте снова. Если не поможет, отключите расширения или смените сеть.",
    },
    internal: { title: "На сервере что-то сломалось", text: "Вы ни при чём. Попробуйте ещё раз чуть позже." },
    /** Before the number of the request that failed. */
    forOperator: "Для владельца этого сайта:",
    "rate-limited": { title: "Слишком много запросов", text: "Подождите немного и попробуйте снова." },
    waitSeconds: (seconds) => `Можно через ${seconds} с`,
    "invalid-request": {
      title: "Сервер не принял запрос",
      text: "Обновите страницу: возможно, она старше сервера.",
    },
    "load-failed": {
      title: "Часть страницы не загрузилась",
      text: "Возможно, вы не в сети или страница старше сервера. Попробуйте снова или обновите её.",
    },
    "app-check-failed": {
      title: "Сервер не смог проверить браузер",
      text: "Так бывает, когда меняется сеть. Если это повторится, сообщите владельцу сайта.",
    },
  },
};
