// The texts of the documentation page besides those of the API itself, in both languages.
import { en as apiEn, ru as apiRu, type ApiWords } from "@meetogram/openapi";
import type { DocsLanguage } from "./language.ts";
import type { HeadWords } from "./layout.ts";

export interface PageWords extends HeadWords {
  readonly api: ApiWords;
  readonly start: { readonly title: string; readonly text: string; readonly after: string };
  readonly basics: { readonly title: string; readonly items: readonly (readonly [title: string, text: string])[] };
  readonly requests: string;
  readonly errors: { readonly title: string; readonly text: string; readonly cause: string; readonly cure: string };
  readonly everyRequest: string;
  readonly client: { readonly title: string; readonly text: string };
  readonly openapi: { readonly title: string; readonly text: string; readonly link: string };
  readonly request: string;
  readonly noFields: string;
  readonly answer: string;
  readonly canFail: string;
  readonly optional: string;
  readonly inPath: string;
  readonly types: Readonly<
    Record<"uuid" | "date-time" | "string" | "integer" | "boolean" | "list" | "characters", string>
  >;
}

const en: PageWords = {
  api: apiEn,
  title: "Video meeting API without a key or an account: meetogram's open requests",
  description: "Create video meetings from your own program: four requests, no key, no account.",
  heading: "Build on meetogram",
  lead: "Rooms, user IDs and seats are open to any developer: no key, no account. Four requests take you into a meeting.",
  start: {
    title: "In five minutes",
    text: "Run this in any browser console, or in Node as a module. It creates a room, takes a seat in it and prints the link to send.",
    after:
      "From here on `token` is your key to Firestore: `docs/signalling.md` in the source tells how two participants find each other, precisely enough to write a client of your own.",
  },
  basics: {
    title: "Good to know",
    items: [
      [
        "Bodies are JSON",
        "in UTF-8, 16,384 bytes at most, declared as `application/json`. Unknown fields are refused, and so is a query: somebody who writes `?password=…` would believe to have protected a room.",
      ],
      ["Any page may ask", "Every answer carries `Access-Control-Allow-Origin: *`. Cookies are neither sent nor read."],
      [
        "Errors are `{code, message}`",
        "Decide by `code`, show words of your own. `message` is for you, the developer. Codes may be added to a status.",
      ],
      [
        "Repeat what is safe",
        "Reading, `generateID`, `remove` and `connect` with the same `session` may always be repeated; `create` with an `Idempotency-Key`. After 429 wait as long as `Retry-After` says.",
      ],
      [
        "Paths that stay",
        "Every path is answered below `/v1` too. Those stay as they are when a later version differs.",
      ],
      [
        "What we keep",
        "A room, its seats and sealed signals, until it expires. No address, no name that the server could read. `stored` tells, `burn` erases.",
      ],
    ],
  },
  requests: "Requests",
  errors: {
    title: "Errors",
    text: "Every answer that is not a success carries one of these codes.",
    cause: "Why",
    cure: "What to do",
  },
  everyRequest: "every request",
  client: {
    title: "The client package",
    text: "The same requests, typed: errors as codes, `AbortSignal`, repeated only where that is safe. No dependency, 1.6 kB. It is in the folder `client/` of the source.",
  },
  openapi: {
    title: "For machines",
    text: "Everything on this page, as OpenAPI 3.1, made from the same table as the server's own checks:",
    link: "openapi.json",
  },
  request: "Request",
  noFields: "No fields.",
  answer: "Answer",
  canFail: "Can fail with",
  optional: "optional",
  inPath: "in the path",
  types: {
    uuid: "UUID",
    "date-time": "ISO 8601 instant",
    string: "string",
    integer: "integer",
    boolean: "true or false",
    list: "list of",
    characters: "characters",
  },
};

const ru: PageWords = {
  api: apiRu,
  title: "API видеовстреч без ключа и аккаунта: открытые запросы meetogram",
  description: "Видеовстречи из вашей программы: четыре запроса, без ключа и без аккаунта.",
  heading: "Стройте на meetogram",
  lead: "Комнаты, ID и места открыты любому разработчику: ни ключа, ни аккаунта. До встречи — четыре запроса.",
  start: {
    title: "За пять минут",
    text: "Выполните это в консоли любого браузера или в Node как модуль. Код создаст комнату, займёт в ней место и напечатает ссылку, которую можно разослать.",
    after:
      "Дальше `token` — ваш ключ к Firestore: в `docs/signalling.md` среди исходников рассказано, как участники находят друг друга, достаточно точно, чтобы написать свой клиент.",
  },
  basics: {
    title: "Полезно знать",
    items: [
      [
        "Тела — JSON",
        "в UTF-8, не больше 16 384 байт, объявленные как `application/json`. Незнакомые поля не принимаются, параметры после `?` — тоже: тот, кто напишет `?password=…`, решил бы, что защитил комнату.",
      ],
      [
        "Спрашивать может любая страница",
        "В каждом ответе есть `Access-Control-Allow-Origin: *`. Cookie не посылаются и не читаются.",
      ],
      [
        "Ошибки — это `{code, message}`",
        "Решайте по `code` и показывайте свои слова. `message` — для вас, разработчика. У статуса могут появиться новые коды.",
      ],
      [
        "Повторяйте то, что безопасно",
        "Чтение, `generateID`, `remove` и `connect` с той же `session` можно повторять всегда; `create` — с `Idempotency-Key`. После 429 ждите, сколько скажет `Retry-After`.",
      ],
      [
        "Постоянные пути",
        "Каждый путь отвечает и после `/v1`: такие пути останутся прежними, когда появится другая версия.",
      ],
      [
        "Что мы храним",
        "Комнату, места в ней и запечатанные сигналы, пока она не истечёт. Ни адресов, ни имён, которые сервер мог бы прочесть. `stored` расскажет, `burn` сотрёт.",
      ],
    ],
  },
  requests: "Запросы",
  errors: {
    title: "Ошибки",
    text: "Каждый неуспешный ответ несёт один из этих кодов.",
    cause: "Почему",
    cure: "Что делать",
  },
  everyRequest: "любой запрос",
  client: {
    title: "Готовый клиент",
    text: "Те же запросы с типами: ошибки кодами, `AbortSignal`, повтор только там, где он безопасен. Без зависимостей, 1,6 кБ. Лежит в папке `client/` исходников.",
  },
  openapi: {
    title: "Для машин",
    text: "Всё с этой страницы в OpenAPI 3.1, из той же таблицы, по которой проверяет запросы сервер:",
    link: "openapi.json",
  },
  request: "Запрос",
  noFields: "Полей нет.",
  answer: "Ответ",
  canFail: "Возможные ошибки",
  optional: "необязательно",
  inPath: "в пути",
  types: {
    uuid: "UUID",
    "date-time": "момент по ISO 8601",
    string: "строка",
    integer: "целое",
    boolean: "true или false",
    list: "список",
    characters: "символов",
  },
};

export const pageWords: Readonly<Record<DocsLanguage, PageWords>> = { en, ru };
