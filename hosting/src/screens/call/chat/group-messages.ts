// Messages that one person writes in a row are shown under one name.
import type { ChatEntry } from "./chat-log.ts";

export interface GroupedMessage {
  readonly entry: ChatEntry;
  /** Shows its author and time. */
  readonly isFirst: boolean;
}

/** After a pause the time is shown again. */
const pauseMs = 5 * 60_000;

export function groupMessages(entries: readonly ChatEntry[]): readonly GroupedMessage[] {
  return entries.map((entry, index) => {
    const before = entries[index - 1];
    const isFirst =
      before === undefined ||
      before.author !== entry.author ||
      before.passedOn?.by !== entry.passedOn?.by ||
      Math.abs(entry.writtenAtMs - before.writtenAtMs) > pauseMs;
    return { entry, isFirst };
  });
}
