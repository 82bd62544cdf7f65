// Проверка устройства: перед звонком или когда звонок не получается.
import type { CheckMessages } from "../../types/check.ts";
import { found } from "./found.ts";

export const check: CheckMessages = {
  title: "Проверка устройства · meetogram",
  heading: "Проверка устройства",
  intro:
    "Страница попробует всё, что нужно для звонка: браузер, камеру, микрофон, сеть и звонок самой себе. Это займёт полминуты. Браузер попросит доступ к камере и микрофону. Вас никто не увидит и не услышит.",
  start: "Начать проверку",
  again: "Проверить ещё раз",
  begun: "Проверка началась.",
  done: (ok: number, look: number, failed: number) =>
    `Готово. В порядке: ${ok}, стоит взглянуть: ${look}, не работает: ${failed}.`,
  preview: "Ваша камера",
  results: "Результаты",
  verdicts: { ok: "В порядке", look: "Взгляните", failed: "Не работает", running: "Проверяется…", waiting: "Ждёт" },
  lines: {
    browser: "Браузер",
    features: "Что он умеет",
    storage: "Хранилище",
    camera: "Камера",
    microphone: "Микрофон",
    speakers: "Динамики",
    codecs: "Кодеки",
    sealing: "Шифрование",
    server: "Сервер",
    firestore: "Путь к комнатам",
    network: "Пути через сеть",
    call: "Звонок самому себе",
  },
  names: {
    Clipboard: "копирование в буфер",
    "Full screen": "полный экран",
    Notifications: "уведомления",
    "Picture-in-Picture": "маленькое окно",
    "Private file system": "хранение файлов",
    Recording: "запись",
    "Screen sharing": "показ экрана",
    "Speaker choice": "выбор динамика",
    "Wake lock": "запрет гашения экрана",
    "Web Locks": "связь между вкладками",
  },
  found,
  report: {
    heading: "Отчёт",
    text: "Для того, кто вам помогает. В нём нет адресов, имён, ссылок и названий устройств. Он никуда не уходит, пока вы его не отправите.",
    copy: "Скопировать отчёт",
    copied: "Отчёт скопирован",
    refused: "Браузер не даёт скопировать. Выделите текст и скопируйте сами.",
  },
  toStart: "На главную",
};
