// A name as others may show it, whoever wrote it. It has nothing invisible, nothing that turns the
// text around it, and one line. Joiners and variants stay where a script or an emoji needs them.
import { limits } from "./limits.ts";

/** In these a joiner changes letters that can be seen: Persian, Bengali, Sinhala names. */
const joiningScripts = [
  ...["Arabic", "Syriac", "Mongolian", "Nko", "Mandaic", "Adlam", "Hanifi_Rohingya"],
  ...["Devanagari", "Bengali", "Gurmukhi", "Gujarati", "Oriya", "Tamil", "Telugu", "Kannada", "Malayalam"],
  ...["Sinhala", "Khmer", "Myanmar", "Tibetan", "Javanese", "Balinese"],
];

/** Its group is what stays: each kind of invisible character in its only place. */
function createInvisiblePattern(): RegExp {
  const ignorable = String.raw`\p{Default_Ignorable_Code_Point}`;
  const letter = `(?!${ignorable})[${joiningScripts.map((script) => `\\p{Script_Extensions=${script}}`).join("")}]`;
  const kept = [
    // 🧑🏽‍🚀: between two pictures. The first one may have a colour of skin.
    String.raw`(?<=\p{Extended_Pictographic}[\ufe0f\p{Emoji_Modifier}]?)\u200d(?=\p{Extended_Pictographic})`,
    String.raw`(?<=${letter})[\u200c\u200d](?=${letter})`,
    // ❤️ and 1️⃣: as a picture, or as text.
    String.raw`(?<=\p{Emoji})[\ufe0e\ufe0f]`,
    // Variants of Han characters. Japanese names make use of them.
    String.raw`(?<=\p{Script=Han})[\ufe00-\ufe02\u{e0100}-\u{e01ef}]`,
    String.raw`(?<=(?!${ignorable})\p{Script=Mongolian})[\u180b-\u180d\u180f]`,
    // 🏴󠁧󠁢󠁳󠁣󠁴󠁿: the flag of a region.
    String.raw`(?<=\u{1f3f4})[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{1,6}\u{e007f}`,
  ];
  // Controls, halves of characters, whatever Unicode calls ignorable, and what is blank in fonts.
  const invisible = String.raw`[\p{Cc}\p{Cs}${ignorable}\p{Noncharacter_Code_Point}\ufff9-\ufffb\u2800]`;
  return new RegExp(`(${kept.join("|")})|${invisible}`, "gu");
}

const invisible = /* @__PURE__ */ createInvisiblePattern();
const space = /\p{White_Space}+/gu;
/** More marks on one letter would leave their line. No script needs as many. */
const tooManyMarks = /(\p{M}{8})\p{M}+/gu;

/** Empty when nothing of the name can be seen. Cleaning it again changes nothing. */
export function cleanName(raw: string): string {
  const name = cleanOnce(raw);
  // What was removed may have been the reason for which something else stayed.
  return name === raw ? name : cleanName(name);
}

/** One line without what cannot be seen, and what turns or covers the text around it. */
export function removeInvisible(line: string): string {
  return line.replace(invisible, (_, kept: string | undefined) => kept ?? "").replace(tooManyMarks, "$1");
}

function cleanOnce(raw: string): string {
  // Tabs and line breaks are controls too, but they separate words.
  const visible = removeInvisible(raw.replace(space, " ")).normalize("NFC").replace(tooManyMarks, "$1");
  return cutName(visible.trim()).trim();
}

/** Cuts between two characters as people see them. The limit holds while they type, too. */
export function cutName(name: string): string {
  if (name.length <= limits.maxNameLength) return name;
  // A character of more than two limits is cut in any case.
  const near = name.slice(0, 2 * limits.maxNameLength);
  let length = 0;
  for (const character of listCharacters(near)) {
    if (length + character.length > limits.maxNameLength) break;
    length += character.length;
  }
  return name.slice(0, length);
}

/**
 * Nearly the grapheme clusters of UAX #29, for browsers that do not know them: a flag, or a letter
 * or picture with what belongs to it.
 */
const nearCluster =
  /(?:\p{Regional_Indicator}{2}|.)(?:[\p{M}\p{Emoji_Modifier}\p{Join_Control}\u{e0020}-\u{e007f}]|(?<=\u200d)\p{Extended_Pictographic})*/gsu;

function listCharacters(text: string): readonly string[] {
  if (typeof Intl.Segmenter !== "function") return text.match(nearCluster) ?? [];
  return Array.from(new Intl.Segmenter("und", { granularity: "grapheme" }).segment(text), ({ segment }) => segment);
}

/** Equal for two names that differ only in case, in width, or in what cannot be seen. */
export function comparableName(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\p{White_Space}\p{Default_Ignorable_Code_Point}]/gu, "");
}
