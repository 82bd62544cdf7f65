// The text of a message as others may show it, whoever wrote it. Line breaks stay, and what cannot
// be seen goes. It never gets longer, so that it can be passed on.
import { limits, removeInvisible } from "@meetogram/contract";

const lineBreak = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;
/** More lines would push everything else out of sight. What follows stays, in one line. */
const maxLines = 100;

/** Empty when nothing of it can be seen. Cleaning it again changes nothing. */
export function cleanChatText(raw: string): string {
  const lines = raw.split(lineBreak).map((line) => removeInvisible(line.replaceAll("\t", " ")).trimEnd());
  const text = [...lines.slice(0, maxLines - 1), lines.slice(maxLines - 1).join(" ")].join("\n");
  return text
    .replace(/\n{3,}/g, "\n\n")
    .replace(/^\n+/, "")
    .trimEnd();
}

/** How many characters too many. Zero or less when it may be sent. */
export function excessOf(draft: string): number {
  return cleanChatText(draft).length - limits.maxChatLength;
}
