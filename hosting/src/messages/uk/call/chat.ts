import type { ChatMessages } from "../../types/call/chat.ts";
import { count } from "../count.ts";

export const chat: ChatMessages = {
  heading: "Чат",
  open: "Чат",
  close: "Закрити чат",
  unread: (number) =>
    count(number, "нове повідомлення", "нові повідомлення", "нових повідомлень", "нового повідомлення"),
  passedOn: (name) => `передано: ${name}`,
};
