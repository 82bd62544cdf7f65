// The log of a chat, and what keeps it the same for everybody. Loaded behind the lobby.
import { createChatLog, type ChatLog } from "./chat-log.ts";
import { createChatSync, type ChatSync, type ChatSyncOptions } from "./chat-sync.ts";
import { markOf } from "./own-mark.ts";

export interface StartedChat {
  readonly log: ChatLog;
  readonly sync: ChatSync;
}

/** Asks everybody who can be reached for what was written before. */
export function startChat(
  secret: Promise<CryptoKey>,
  options: Omit<ChatSyncOptions, "log" | "mark" | "now">,
): StartedChat {
  const log = createChatLog(Date.now);
  const mark: ChatSyncOptions["mark"] = async (content) => markOf(await secret, content);
  return { log, sync: createChatSync({ ...options, log, mark, now: Date.now }) };
}
