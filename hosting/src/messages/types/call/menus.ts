// The texts of the bar's menus, and of reactions.
import type { ReactionEmoji } from "@meetogram/contract";

export interface MenuMessages {
  readonly reactions: Readonly<Record<ReactionEmoji, string>>;
  readonly reacted: (name: string, reaction: string) => string;
  readonly shortcuts: string;
  readonly shortcutNames: Readonly<Record<"microphone" | "camera" | "hand" | "people" | "shortcuts", string>>;
  readonly holdToTalk: string;
  /** The key. */
  readonly space: string;
  readonly sounds: string;
  readonly soundsHint: string;
  readonly leaving: Readonly<Record<"question" | "hint" | "stay", string>>;
  readonly singleLetters: string;
  readonly singleLettersHint: string;
  readonly close: string;
}
