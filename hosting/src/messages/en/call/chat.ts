import type { ChatMessages } from "../../types/call/chat.ts";
import { count } from "../count.ts";

export const chat: ChatMessages = {
  heading: "Chat",
  open: "Chat",
  close: "Close the chat",
  unread: (number) => count(number, "new message", "new messages"),
  passedOn: (name) => `passed on by ${name}`,
};
