import type { BeforeCallMessages } from "../../types/lobby/before-call.ts";

export const beforeCall: BeforeCallMessages = {
  willAsk: {
    both: "Браузер запитає про камеру й мікрофон. Доки ви не підключитеся, вас ніхто не бачить і не чує.",
    camera: "Браузер запитає про камеру. Доки ви не підключитеся, вас ніхто не бачить.",
    microphone: "Браузер запитає про мікрофон. Доки ви не підключитеся, вас ніхто не чує.",
  },
  noPicture: {
    denied: "Браузер не дає доступу до камери",
    blocked: "Система не дає доступу до камери",
    dismissed: "Доступ до камери ще не дозволено",
    missing: "Камеру не знайдено",
    "in-use": "Камера зайнята іншою програмою",
    unsupported: "Цей браузер не дає сторінкам камери",
    unknown: "Камера не ввімкнулася",
    muted: "Система або браузер не дають зображення з камери",
  },
  insideNamed: (names) => `У кімнаті: ${names}`,
  more: (count) => `ще ${count}`,
  takingSeat: "Займаємо вам місце…",
  connectedTo: (connected, all) => `з’єднано з ${connected} із ${all}`,
  othersSee: (name) => `Інші побачать: ${name}`,
  cameraOn: "камеру ввімкнено",
  cameraOff: "камеру вимкнено",
  microphoneOn: "мікрофон увімкнено",
  microphoneOff: "мікрофон вимкнено",
  didYouHear: "Прозвучали дві ноти. Не чути? Виберіть інший динамік або додайте гучності.",
};
