import type { ChatMessages } from "../../types/call/chat.ts";
import { count } from "../count.ts";

export const chat: ChatMessages = {
  heading: "Чат",
  open: "Чат",
  close: "Закрыть чат",
  unread: (number) => count(number, "новое сообщение", "новых сообщения", "новых сообщений"),
  passedOn: (name) => `передано: ${name}`,
};
