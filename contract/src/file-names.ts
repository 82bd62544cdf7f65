// The name of a file as others may show and save it, whoever wrote it: one plain name without a
// path, harmless to every system, with the ending that people see.
import { removeInvisible } from "./names.ts";

/** A file system takes 255 bytes. Browsers add a number, or an ending of their own, meanwhile. */
const maxBytes = 200;
const maxExtensionLength = 16;

/** Separators of paths, and what Windows does not take. */
const forbidden = /[/\\:*?"<>|]/g;
/** Devices of Windows, with any ending. Digits may be superscripts. */
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³])(?=$|[\s.])/i;

/** In UTF-8. */
function byteLength(text: string): number {
  let length = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return length;
}

function cut(text: string, bytes: number): string {
  let length = 0;
  let left = bytes;
  for (const character of text) {
    left -= byteLength(character);
    if (left < 0) break;
    length += character.length;
  }
  return text.slice(0, length);
}

function shorten(name: string): string {
  if (byteLength(name) <= maxBytes) return name;
  const [extension = ""] = /\.[^.\s]+$/.exec(name) ?? [];
  const kept = extension.length <= maxExtensionLength + 1 ? extension : "";
  return cut(name.slice(0, name.length - kept.length), maxBytes - byteLength(kept)).trimEnd() + kept;
}

/** Never empty. Cleaning it again changes nothing. */
export function cleanFileName(raw: string): string {
  const name = shorten(cleanOnce(raw));
  // What was removed may have been the reason for which something else stayed.
  return name === raw ? name : cleanFileName(name);
}

function cleanOnce(raw: string): string {
  const visible = removeInvisible(raw.replace(/\p{White_Space}+/gu, " ")).normalize("NFC");
  const plain = visible
    .replace(forbidden, "_")
    // Hidden files, and what Windows cuts off by itself.
    .replace(/^[\s.]+/, "")
    .replace(/[\s.]+$/, "");
  if (plain === "") return "file";
  return reserved.test(plain) ? `_${plain}` : plain;
}
