import type { ChatMessages } from "../../types/call/chat.ts";
import { count } from "../count.ts";

export const chat: ChatMessages = {
  heading: "Chat",
  open: "Chat",
  close: "Cerrar el chat",
  unread: (number) => count(number, "mensaje nuevo", "mensajes nuevos"),
  passedOn: (name) => `pasado por ${name}`,
};
