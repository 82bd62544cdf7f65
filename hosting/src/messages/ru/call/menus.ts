import type { MenuMessages } from "../../types/call/menus.ts";

export const menus: MenuMessages = {
  reactions: {
    "👍": "Нравится",
    "❤️": "Сердце",
    "👏": "Аплодисменты",
    "😂": "Смех",
    "😮": "Удивление",
    "🎉": "Праздник",
  },
  reacted: (name, reaction) => `${name}, реакция: ${reaction}`,
  shortcuts: "Горячие клавиши",
  shortcutNames: {
    microphone: "Включить или выключить микрофон",
    camera: "Включить или выключить камеру",
    hand: "Поднять или опустить руку",
    people: "Участники",
    shortcuts: "Этот список",
  },
  holdToTalk: "Говорить, пока нажато",
  space: "Пробел",
  sounds: "Звуки",
  soundsHint: "Когда кто-то входит или выходит, поднимает руку или пишет. Если участников больше шести, звуков нет.",
  leaving: { question: "Выйти из звонка?", hint: "Вернуться можно по той же ссылке.", stay: "Остаться" },
  singleLetters: "Буквы без Alt",
  singleLettersHint: "Достаточно нажать букву, если вы ничего не печатаете.",
  close: "Закрыть",
};
