import type { StartChoiceMessages } from "../../types/start/choices.ts";
import { recent } from "./recent.ts";

export const startChoices: StartChoiceMessages = {
  label: "Другие способы встретиться",
  join: {
    label: "Войти по ссылке",
    placeholder: "Вставьте ссылку",
    submit: "Войти",
    looking: "Ищем…",
    empty: "Вставьте ссылку, которую вам прислали.",
    none: "В этом тексте нет ссылки на встречу. Скопируйте ссылку целиком и вставьте сюда.",
    cut: "Ссылка обрезана: её конец после # потерян или слишком короткий. Скопируйте её целиком или попросите прислать ещё раз.",
    elsewhere: "Это ссылка на другой сайт.",
    openElsewhere: (host) => `Открыть на ${host}`,
  },
  room: {
    heading: "Ещё",
    chosen: {
      password: "пароль",
      seats: (count) => `до ${count} человек`,
      waiting: "комната ожидания",
    },
    password: "Пароль",
    passwordHint: "Остальным придётся его ввести. Пришлите его отдельно от ссылки.",
    seats: "Сколько человек поместится",
    seatsHint: "Больше восьми может быть слишком много для телефонов.",
    waitingRoom: "Комната ожидания",
    waitingRoomHint: "Остальные входят, когда вы их впустите.",
  },
  footer: {
    label: "Об этом сайте",
    source: "Исходный код",
    documentation: "Документация",
    privacy: "Приватность",
    security: "Безопасность",
  },
  recent,
};
