// The texts of files in a call.
import type { Language } from "./language.ts";

type End = "unknown" | "unreadable" | "unwritable" | "checksum" | "misbehaved" | "too-large";

export interface FileMessages {
  readonly heading: string;
  readonly open: string;
  readonly close: string;
  readonly attention: (count: number) => string;
  readonly choose: string;
  readonly drop: string;
  readonly dropHint: string;
  readonly empty: string;
  readonly chosen: string;
  readonly to: string;
  readonly everybody: (count: number) => string;
  readonly offer: (count: number) => string;
  readonly clear: string;
  readonly alone: string;
  readonly tooLarge: (names: string, most: string) => string;
  readonly tooMany: (count: number) => string;
  readonly noFolders: string;
  readonly loadFailed: string;
  readonly list: string;
  readonly offers: (name: string, file: string, size: string) => string;
  readonly offersMany: (name: string, count: number) => string;
  readonly offeredMany: (count: number) => string;
  readonly from: (name: string) => string;
  readonly toOne: (name: string) => string;
  readonly somebody: string;
  readonly accept: string;
  readonly refuse: string;
  readonly show: string;
  readonly pause: string;
  readonly resume: string;
  readonly cancel: string;
  readonly save: string;
  readonly remove: string;
  readonly progress: (file: string) => string;
  readonly of: (part: string, whole: string) => string;
  readonly perSecond: (rate: string) => string;
  readonly timeLeft: (time: string) => string;
  readonly states: {
    readonly offeredOut: string;
    readonly queued: string;
    readonly waiting: (name: string) => string;
    readonly reloaded: (name: string) => string;
    readonly pausedHere: string;
    readonly pausedThere: (name: string) => string;
    readonly arrived: string;
    readonly taken: string;
    readonly refusedHere: string;
    readonly refusedThere: string;
    readonly cancelledHere: string;
    readonly cancelledThere: (name: string) => string;
  };
  readonly ends: Readonly<Record<End, string>>;
  readonly announceArrived: (file: string, name: string) => string;
  readonly announceTaken: (file: string, name: string) => string;
  readonly announceRefused: (file: string, name: string) => string;
  readonly announceFailed: (file: string, name: string) => string;
}

const en: FileMessages = {
  heading: "Files",
  open: "Files",
  close: "Close the files",
  attention: (count) => (count === 1 ? "1 file waits for you" : `${count} files wait for you`),
  choose: "Choose files",
  drop: "Drop the files to offer them",
  dropHint: "or drop them onto the call",
  empty: "Files go from browser to browser, and no server sees them. Nothing is sent before the other accepts.",
  chosen: "Chosen files",
  to: "For",
  everybody: (count) => `Everybody here (${count})`,
  offer: (count) => (count === 1 ? "Offer the file" : `Offer ${count} files`),
  clear: "Do not offer",
  alone: "Files can be offered when somebody else is here.",
  tooLarge: (names, most) => `Left out, because a file may have at most ${most}: ${names}`,
  tooMany: (count) => `At most ${count} files can wait for one person. Some of these were not offered.`,
  noFolders: "Folders cannot be offered. Put them into an archive first.",
  loadFailed: "The part of the page for files did not load. Check the network and try again.",
  list: "Files",
  offers: (name, file, size) => `${name} offers ${file}, ${size}`,
  offersMany: (name, count) => `${name} offers ${count} files`,
  offeredMany: (count) => `${count} files are offered to you`,
  from: (name) => `From ${name}`,
  toOne: (name) => `For ${name}`,
  somebody: "somebody who has left",
  accept: "Accept",
  refuse: "Refuse",
  show: "Show",
  pause: "Pause",
  resume: "Go on",
  cancel: "Cancel",
  save: "Save again",
  remove: "Remove from the list",
  progress: (file) => `Progress of ${file}`,
  of: (part, whole) => `${part} of ${whole}`,
  perSecond: (rate) => rate,
  timeLeft: (time) => `perhaps ${time} left`,
  states: {
    offeredOut: "Offered. Waiting for an answer",
    queued: "Comes after the others",
    waiting: (name) => `Waiting for ${name}. It goes on by itself.`,
    reloaded: (name) => `The page of ${name} was reloaded. It goes on when they choose the file again.`,
    pausedHere: "Paused by you",
    pausedThere: (name) => `Paused by ${name}`,
    arrived: "Arrived and checked. Your browser saves it with your downloads.",
    taken: "Arrived there and checked",
    refusedHere: "You have refused it",
    refusedThere: "Refused",
    cancelledHere: "Cancelled by you",
    cancelledThere: (name) => `Cancelled by ${name}`,
  },
  ends: {
    unknown: "The other page does not know the file any more. Offer it again.",
    unreadable: "The file has changed or cannot be read any more. It has to be offered again.",
    unwritable: "The other device has no room for it.",
    checksum: "What arrived was not what was sent. Offer it again.",
    misbehaved: "The other page sent something else than the file. Try it once both have reloaded the page.",
    "too-large": "This browser has no room for it. Free some space, and ask for it again.",
  },
  announceArrived: (file, name) => `${file} from ${name} has arrived`,
  announceTaken: (file, name) => `${file} has arrived at ${name}`,
  announceRefused: (file, name) => `${name} has refused ${file}`,
  announceFailed: (file, name) => `${file} (${name}) did not get through`,
};

const plural = new Intl.PluralRules("ru");

function count(number: number, one: string, few: string, many: string): string {
  const form = plural.select(number);
  return `${number} ${form === "one" ? one : form === "few" ? few : many}`;
}

const ru: FileMessages = {
  heading: "Файлы",
  open: "Файлы",
  close: "Закрыть файлы",
  attention: (number) =>
    `Вас ${plural.select(number) === "one" ? "ждёт" : "ждут"} ${count(number, "файл", "файла", "файлов")}`,
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

export const fileMessages: Readonly<Record<Language, FileMessages>> = { en, ru };
