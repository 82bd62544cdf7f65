import type { ChatMessages } from "../../types/call/chat.ts";
import { count } from "../count.ts";

export const chat: ChatMessages = {
  heading: "Chat",
  open: "Chat",
  close: "Chat schließen",
  unread: (number) => count(number, "neue Nachricht", "neue Nachrichten"),
  passedOn: (name) => `weitergegeben von ${name}`,
};
