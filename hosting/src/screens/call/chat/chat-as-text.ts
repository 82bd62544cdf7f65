// The chat as plain text, to copy or to keep as a file.
import type { ChatEntry } from "./chat-log.ts";

export interface ChatTextWords {
  readonly heading: string;
  /** Of a message's author. */
  readonly nameOf: (entry: ChatEntry) => string;
  /** Of a passed-on message: by whom. Empty for any other. */
  readonly passedOn: (entry: ChatEntry) => string;
  readonly formatTime: (atMs: number) => string;
}

/** Further lines of a message are indented, so that they look like no other message. */
export function chatAsText(entries: readonly ChatEntry[], words: ChatTextWords): string {
  const blocks = entries.map((entry) => {
    const passedOn = words.passedOn(entry);
    const head = `[${words.formatTime(entry.writtenAtMs)}] ${words.nameOf(entry)}${passedOn && ` (${passedOn})`}`;
    return `${head}: ${entry.message.text.replaceAll("\n", "\n    ")}`;
  });
  return [words.heading, "", ...blocks, ""].join("\n");
}
