import type { StartChoiceMessages } from "../../types/start/choices.ts";
import { recent } from "./recent.ts";

export const startChoices: StartChoiceMessages = {
  label: "Інші способи зустрітися",
  join: {
    label: "Увійти за посиланням",
    placeholder: "Вставте посилання",
    submit: "Увійти",
    looking: "Шукаємо…",
    empty: "Вставте посилання, яке вам надіслали.",
    none: "У цьому тексті немає посилання на зустріч. Скопіюйте посилання цілком і вставте сюди.",
    cut: "Посилання обрізане: його кінець після # загубився або закороткий. Скопіюйте його цілком або попросіть надіслати ще раз.",
    elsewhere: "Це посилання на інший сайт.",
    openElsewhere: (host) => `Відкрити на ${host}`,
  },
  room: {
    heading: "Ще",
    chosen: {
      password: "пароль",
      seats: (count) => `до ${count} людей`,
      waiting: "кімната очікування",
    },
    password: "Пароль",
    passwordHint: "Іншим доведеться його ввести. Надішліть його окремо від посилання.",
    seats: "Скільки людей поміститься",
    seatsHint: "Більше восьми може бути забагато для телефонів.",
    waitingRoom: "Кімната очікування",
    waitingRoomHint: "Інші входять, коли ви їх упустите.",
  },
  footer: {
    label: "Про цей сайт",
    source: "Вихідний код",
    documentation: "Документація",
    privacy: "Приватність",
    security: "Безпека",
  },
  recent,
};
