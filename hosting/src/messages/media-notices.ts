// The texts about a camera and a microphone that are not what the person expects.
import type { Language } from "./language.ts";

type Device = "camera" | "microphone";
type Named = Readonly<Record<Device, (name: string) => string>>;

interface MediaNoticeMessages {
  readonly unanswered: string;
  readonly unansweredHow: Readonly<Record<Device | "both", string>>;
  readonly slow: Readonly<Record<Device, string>>;
  readonly blocked: Readonly<Record<Device | "both", string>>;
  readonly blockedHow: string;
  readonly muted: Readonly<Record<Device, string>>;
  readonly mutedHow: Readonly<Record<Device, string>>;
  readonly openAgain: string;
  readonly replaced: Named;
  readonly returned: (name: string) => string;
  readonly useReturned: string;
  readonly silent: string;
  readonly silentHow: string;
}

const en: MediaNoticeMessages = {
  unanswered: "The browser waits for your answer",
  unansweredHow: {
    both: "Look for its question beside the address and press Allow. Until then nobody sees or hears you. If there is no question, reload the page.",
    camera:
      "Look for its question beside the address and press Allow. Until then nobody sees you. If there is no question, reload the page.",
    microphone:
      "Look for its question beside the address and press Allow. Until then nobody hears you. If there is no question, reload the page.",
  },
  slow: {
    camera: "The camera takes long to start. Perhaps the system asks you something, or another program holds it.",
    microphone:
      "The microphone takes long to start. Perhaps the system asks you something, or another program holds it.",
  },
  blocked: {
    both: "The system keeps the camera and the microphone closed",
    camera: "The system keeps the camera closed",
    microphone: "The system keeps the microphone closed",
  },
  blockedHow: "Allow them for this browser in the system's settings, under privacy, then ask again.",
  muted: {
    camera: "The system or the browser has turned your camera off",
    microphone: "The system or the browser has muted your microphone",
  },
  mutedHow: {
    camera:
      "Nobody sees you. Look for a shutter, a key of the keyboard, another app with the camera, or the browser's own button. Then it comes back by itself.",
    microphone:
      "Nobody hears you. Look for a key of the keyboard, a switch on the headset, a phone call, or the browser's own button. Then it comes back by itself.",
  },
  openAgain: "Open it again",
  replaced: {
    camera: (name) => `Your usual camera is not there. In use instead: ${name}.`,
    microphone: (name) => `Your usual microphone is not there. In use instead: ${name}.`,
  },
  returned: (name) => `This device is back: ${name}.`,
  useReturned: "Use it",
  silent: "Your microphone seems to give no sound",
  silentHow:
    "It is on, yet not even noise comes from it. Perhaps a switch on it is off, or you speak into another one. If others hear you, all is well.",
};

const ru: MediaNoticeMessages = {
  unanswered: "Браузер ждёт вашего ответа",
  unansweredHow: {
    both: "Найдите его вопрос рядом с адресом и нажмите «Разрешить». Пока вас никто не видит и не слышит. Если вопроса нет, обновите страницу.",
    camera:
      "Найдите его вопрос рядом с адресом и нажмите «Разрешить». Пока вас никто не видит. Если вопроса нет, обновите страницу.",
    microphone:
      "Найдите его вопрос рядом с адресом и нажмите «Разрешить». Пока вас никто не слышит. Если вопроса нет, обновите страницу.",
  },
  slow: {
    camera: "Камера долго не включается. Возможно, вас о чём-то спрашивает система или её держит другая программа.",
    microphone:
      "Микрофон долго не включается. Возможно, вас о чём-то спрашивает система или его держит другая программа.",
  },
  blocked: {
    both: "Система не даёт доступ к камере и микрофону",
    camera: "Система не даёт доступ к камере",
    microphone: "Система не даёт доступ к микрофону",
  },
  blockedHow: "Разрешите этому браузеру доступ в настройках системы, в разделе конфиденциальности, и спросите снова.",
  muted: {
    camera: "Система или браузер выключили вашу камеру",
    microphone: "Система или браузер заглушили ваш микрофон",
  },
  mutedHow: {
    camera:
      "Вас никто не видит. Проверьте шторку, клавишу на клавиатуре, другие программы с камерой и кнопку самого браузера. Потом камера вернётся сама.",
    microphone:
      "Вас никто не слышит. Проверьте клавишу на клавиатуре, переключатель на гарнитуре, телефонный звонок и кнопку самого браузера. Потом микрофон вернётся сам.",
  },
  openAgain: "Включить заново",
  replaced: {
    camera: (name) => `Вашей обычной камеры нет. Вместо неё работает ${name}.`,
    microphone: (name) => `Вашего обычного микрофона нет. Вместо него работает ${name}.`,
  },
  returned: (name) => `Снова доступно устройство: ${name}.`,
  useReturned: "Переключиться",
  silent: "Похоже, ваш микрофон не даёт звука",
  silentHow:
    "Он включён, но от него нет даже шума. Возможно, на нём выключен переключатель или вы говорите в другой микрофон. Если вас слышат, всё в порядке.",
};

export const mediaNoticeMessages: Readonly<Record<Language, MediaNoticeMessages>> = { en, ru };
