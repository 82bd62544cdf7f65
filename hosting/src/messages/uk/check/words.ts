// Перевірка пристрою: перед дзвінком або коли дзвінок не вдається.
import type { CheckMessages } from "../../types/check.ts";
import { found } from "./found.ts";

export const check: CheckMessages = {
  title: "Перевірка пристрою · meetogram",
  heading: "Перевірка пристрою",
  intro:
    "Сторінка спробує все, що потрібно для дзвінка: браузер, камеру, мікрофон, мережу й дзвінок самій собі. Це займе пів хвилини. Браузер попросить доступ до камери й мікрофона. Вас ніхто не побачить і не почує.",
  start: "Почати перевірку",
  again: "Перевірити ще раз",
  begun: "Перевірка почалася.",
  done: (ok: number, look: number, failed: number) =>
    `Готово. Гаразд: ${ok}, варто глянути: ${look}, не працює: ${failed}.`,
  preview: "Ваша камера",
  results: "Результати",
  verdicts: { ok: "Гаразд", look: "Гляньте", failed: "Не працює", running: "Перевіряється…", waiting: "Чекає" },
  lines: {
    browser: "Браузер",
    features: "Що він уміє",
    storage: "Сховище",
    camera: "Камера",
    microphone: "Мікрофон",
    speakers: "Динаміки",
    codecs: "Кодеки",
    sealing: "Шифрування",
    server: "Сервер",
    firestore: "Шлях до кімнат",
    network: "Шляхи через мережу",
    call: "Дзвінок самому собі",
  },
  names: {
    Clipboard: "копіювання в буфер",
    "Full screen": "повний екран",
    Notifications: "сповіщення",
    "Picture-in-Picture": "мале вікно",
    "Private file system": "зберігання файлів",
    Recording: "запис",
    "Screen sharing": "показ екрана",
    "Speaker choice": "вибір динаміка",
    "Wake lock": "заборона гасіння екрана",
    "Web Locks": "зв'язок між вкладками",
  },
  found,
  report: {
    heading: "Звіт",
    text: "Для того, хто вам допомагає. У ньому немає адрес, імен, посилань і назв пристроїв. Він нікуди не йде, доки ви його не надішлете.",
    copy: "Скопіювати звіт",
    copied: "Звіт скопійовано",
    refused: "Браузер не дає скопіювати. Виділіть текст і скопіюйте самі.",
  },
  toStart: "На головну",
};
