import type { MenuMessages } from "../../types/call/menus.ts";

export const menus: MenuMessages = {
  reactions: {
    "👍": "Подобається",
    "❤️": "Серце",
    "👏": "Оплески",
    "😂": "Сміх",
    "😮": "Подив",
    "🎉": "Свято",
  },
  reacted: (name, reaction) => `${name}, реакція: ${reaction}`,
  shortcuts: "Гарячі клавіші",
  shortcutNames: {
    microphone: "Увімкнути або вимкнути мікрофон",
    camera: "Увімкнути або вимкнути камеру",
    hand: "Підняти або опустити руку",
    people: "Учасники",
    shortcuts: "Цей список",
  },
  holdToTalk: "Говорити, поки натиснуто",
  space: "Пробіл",
  sounds: "Звуки",
  soundsHint: "Коли хтось входить або виходить, піднімає руку чи пише. Якщо учасників більше шести, звуків немає.",
  leaving: { question: "Вийти з дзвінка?", hint: "Повернутися можна за тим самим посиланням.", stay: "Залишитися" },
  singleLetters: "Літери без Alt",
  singleLettersHint: "Досить натиснути літеру, якщо ви нічого не друкуєте.",
  close: "Закрити",
};
