import type { ChatPanelMessages } from "../../types/panels/chat-panel.ts";
import { count } from "../count.ts";

export const chatPanel: ChatPanelMessages = {
  list: "Messages",
  empty: "No messages yet. No server sees them, and they disappear when the last person leaves.",
  loadFailed: "The chat did not load. Check the network, then open it again.",
  earlier: "Messages from before you joined were passed on by people who are here.",
  forgotten: "Older messages are gone: only the latest ones are kept.",
  leadsTo: (host) => `leads to ${host}`,
  waiting: "Will be sent when somebody joins",
  newMessages: "New messages",
  field: "Message",
  placeholder: "Write to everybody",
  keys: "Enter sends, Shift+Enter starts a new line.",
  send: "Send",
  left: (number) => count(number, "character left", "characters left"),
  over: (number) => `Too long by ${count(number, "character", "characters")}. Shorten it, or send it in two parts.`,
  copyAll: "Copy all",
  copied: "Copied",
  refused: "The browser did not allow copying. Save the chat instead.",
  save: "Save",
  fileName: "chat",
};
