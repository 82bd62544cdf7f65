import type { FileMessages } from "../files.ts";

const plural = new Intl.PluralRules("ru");

function count(number: number, one: string, few: string, many: string): string {
  const form = plural.select(number);
  return `${number} ${form === "one" ? one : form === "few" ? few : many}`;
}

export const files: FileMessages = {
  heading: "Файлы",
  open: "Файлы",
  close: "Закрыть файлы",
  attention: (number) =>
    `${count(number, "файл", "файла", "файлов")} ${plural.select(number) === "one" ? "ждёт" : "ждут"} вас`,
  choose: "Выбрать файлы",
  drop: "Отпустите, чтобы предложить файлы",
  dropHint: "или перетащите их на звонок",
  empty: "Файлы идут из браузера в браузер, сервер их не видит. Пока другой не согласится, ничего не отправляется.",
  chosen: "Выбранные файлы",
  to: "Кому",
  everybody: (number) => `Всем, кто здесь (${number})`,
  offer: (number) => (number === 1 ? "Предложить файл" : `Предложить ${count(number, "файл", "файла", "файлов")}`),
  clear: "Не предлагать",
  alone: "Файлы можно предложить, когда здесь есть кто-то ещё.",
  tooLarge: (names, most) => `Не предложены, потому что больше ${most}: ${names}`,
  tooMany: (number) =>
    `Одного человека могут ждать не больше ${count(number, "файла", "файлов", "файлов")}. Часть не предложена.`,
  noFolders: "Папки предложить нельзя. Сначала упакуйте их в архив.",
  loadFailed: "Часть страницы для файлов не загрузилась. Проверьте сеть и попробуйте ещё раз.",
  list: "Файлы",
  offers: (name, file, size) => `${name} предлагает ${file}, ${size}`,
  offersMany: (name, number) => `${name} предлагает ${count(number, "файл", "файла", "файлов")}`,
  offeredMany: (number) => `Вам предлагают ${count(number, "файл", "файла", "файлов")}`,
  from: (name) => `От: ${name}`,
  toOne: (name) => `Кому: ${name}`,
  somebody: "тот, кто уже вышел",
  accept: "Принять",
  refuse: "Отказаться",
  show: "Показать",
  pause: "Пауза",
  resume: "Продолжить",
  cancel: "Отменить",
  save: "Сохранить ещё раз",
  remove: "Убрать из списка",
  progress: (file) => `Передача: ${file}`,
  of: (part, whole) => `${part} из ${whole}`,
  perSecond: (rate) => `скорость ${rate}`,
  timeLeft: (time) => `осталось, возможно, ${time}`,
  states: {
    offeredOut: "Предложен. Ждём ответа",
    queued: "Начнётся после других",
    waiting: (name) => `Ждём: ${name}. Продолжится само.`,
    reloaded: (name) => `Страница перезагружена: ${name}. Продолжится, когда там снова выберут этот файл.`,
    pausedHere: "Пауза: поставили вы",
    pausedThere: (name) => `Пауза: ${name}`,
    arrived: "Получен и проверен. Браузер сохраняет его в загрузки.",
    taken: "Доставлен и проверен",
    refusedHere: "Вы отказались",
    refusedThere: "Отказ",
    cancelledHere: "Отменено вами",
    cancelledThere: (name) => `Отмена: ${name}`,
  },
  ends: {
    unknown: "Другая страница больше не знает этого файла. Предложите его снова.",
    unreadable: "Файл изменился или больше не читается. Его нужно предложить снова.",
    unwritable: "На другом устройстве для него нет места.",
    checksum: "Пришло не то, что отправлено. Предложите файл снова.",
    misbehaved: "Другая страница прислала не этот файл. Попробуйте, когда обе страницы будут перезагружены.",
    "too-large": "В этом браузере для него нет места. Освободите место и попросите файл снова.",
  },
  announceArrived: (file, name) => `Получен файл ${file}, от: ${name}`,
  announceTaken: (file, name) => `Файл ${file} доставлен: ${name}`,
  announceRefused: (file, name) => `Отказ от файла ${file}: ${name}`,
  announceFailed: (file, name) => `Файл ${file} не передан: ${name}`,
};
