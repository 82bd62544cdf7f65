// The texts of the chat.
import type { Language } from "./language.ts";

export interface ChatMessages {
  readonly heading: string;
  readonly open: string;
  readonly close: string;
  readonly unread: (count: number) => string;
  readonly list: string;
  readonly empty: string;
  readonly earlier: string;
  readonly forgotten: string;
  readonly passedOn: (name: string) => string;
  readonly leadsTo: (host: string) => string;
  readonly waiting: string;
  readonly newMessages: string;
  readonly field: string;
  readonly placeholder: string;
  readonly keys: string;
  readonly send: string;
  readonly left: (count: number) => string;
  readonly over: (count: number) => string;
  readonly copyAll: string;
  readonly copied: string;
  readonly refused: string;
  readonly save: string;
  readonly fileName: string;
}

const en: ChatMessages = {
  heading: "Chat",
  open: "Chat",
  close: "Close the chat",
  unread: (count) => (count === 1 ? "1 new message" : `${count} new messages`),
  list: "Messages",
  empty: "Nothing has been written yet. No server sees messages, and they go when the last person leaves.",
  earlier: "Messages from before you came were given by those who are here.",
  forgotten: "Older messages are gone: only the latest are kept.",
  passedOn: (name) => `passed on by ${name}`,
  leadsTo: (host) => `leads to ${host}`,
  waiting: "Will be sent when somebody is here",
  newMessages: "New messages",
  field: "Message",
  placeholder: "Write to everybody",
  keys: "Enter sends, Shift+Enter starts a new line.",
  send: "Send",
  left: (count) => (count === 1 ? "1 character left" : `${count} characters left`),
  over: (count) =>
    `Too long by ${count === 1 ? "1 character" : `${count} characters`}. Shorten it, or send it in two parts.`,
  copyAll: "Copy all",
  copied: "Copied",
  refused: "The browser did not let us copy. Save the chat instead.",
  save: "Save",
  fileName: "chat",
};

const plural = new Intl.PluralRules("ru");

function count(number: number, one: string, few: string, many: string): string {
  const form = plural.select(number);
  return `${number} ${form === "one" ? one : form === "few" ? few : many}`;
}

const ru: ChatMessages = {
  heading: "Чат",
  open: "Чат",
  close: "Закрыть чат",
  unread: (number) => count(number, "новое сообщение", "новых сообщения", "новых сообщений"),
  list: "Сообщения",
  empty: "Пока никто ничего не написал. Сервер сообщений не видит, и они исчезнут, когда уйдёт последний.",
  earlier: "Сообщения, написанные до вас, передали те, кто здесь.",
  forgotten: "Более старых сообщений нет: хранятся только последние.",
  passedOn: (name) => `передано: ${name}`,
  leadsTo: (host) => `ведёт на ${host}`,
  waiting: "Отправится, когда кто-нибудь будет здесь",
  newMessages: "Новые сообщения",
  field: "Сообщение",
  placeholder: "Напишите всем",
  keys: "Enter отправляет, Shift+Enter — новая строка.",
  send: "Отправить",
  left: (number) => `Осталось: ${count(number, "знак", "знака", "знаков")}`,
  over: (number) =>
    `Длиннее, чем можно, на ${count(number, "знак", "знака", "знаков")}. Сократите или отправьте двумя частями.`,
  copyAll: "Скопировать всё",
  copied: "Скопировано",
  refused: "Браузер не дал скопировать. Сохраните чат в файл.",
  save: "Сохранить",
  fileName: "чат",
};

export const chatMessages: Readonly<Record<Language, ChatMessages>> = { en, ru };
