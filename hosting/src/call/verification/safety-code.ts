// Bits as four emoji that people read to each other. Their order is part of the protocol
// (docs/signalling.md).

const emoji = [
  "🐶",
  "🐱",
  "🐭",
  "🐰",
  "🦊",
  "🐻",
  "🐼",
  "🐨",
  "🐯",
  "🦁",
  "🐮",
  "🐷",
  "🐸",
  "🐵",
  "🐔",
  "🐧",
  "🦉",
  "🦄",
  "🐝",
  "🦋",
  "🐌",
  "🐞",
  "🐢",
  "🐙",
  "🦀",
  "🐬",
  "🐳",
  "🐘",
  "🦒",
  "🐪",
  "🌵",
  "🌲",
  "🍀",
  "🍁",
  "🍄",
  "🌻",
  "🍎",
  "🍐",
  "🍊",
  "🍋",
  "🍌",
  "🍉",
  "🍇",
  "🍓",
  "🍒",
  "🍍",
  "🥕",
  "🌽",
  "🍞",
  "🧀",
  "🍕",
  "🎂",
  "🚗",
  "🚲",
  "🚀",
  "⛵",
  "🏠",
  "⏰",
  "🔑",
  "🎸",
  "🎈",
  "⚽",
  "🎁",
  "🌈",
] as const;

const emojiCount = 4;
/** One byte for each emoji, of which six bits count. */
export const safetyCodeBits = emojiCount * 8;

export interface SafetyPicture {
  readonly emoji: string;
  /** 0 to 63. It stands for the emoji where that cannot be drawn. */
  readonly number: number;
}

export function writeSafetyCode(bytes: Uint8Array): readonly SafetyPicture[] {
  return [...bytes.subarray(0, emojiCount)].map((byte) => {
    const number = byte % emoji.length;
    return { emoji: emoji[number]!, number };
  });
}
