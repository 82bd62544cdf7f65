import type { ChatMessages } from "../chat.ts";

export const chat: ChatMessages = {
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
