// The texts of the bar below the call, its menus, hands, reactions and what a host asks.
import type { ReactionEmoji } from "@meetogram/contract";

export interface ControlMessages {
  /** Below the icons, where there is room. */
  readonly short: Readonly<
    Record<"microphone" | "camera" | "screen" | "react" | "hand" | "view" | "people" | "more" | "leave", string>
  >;
  readonly microphoneMenu: string;
  readonly cameraMenu: string;
  readonly more: string;
  readonly react: string;
  readonly reactions: Readonly<Record<ReactionEmoji, string>>;
  readonly reacted: (name: string, reaction: string) => string;
  readonly raiseHand: string;
  readonly lowerHand: string;
  readonly handRaised: (name: string) => string;
  readonly handLowered: string;
  /** Of a raised hand, with its place in the queue. */
  readonly handOf: (place: number) => string;
  readonly shortcuts: string;
  readonly shortcutNames: Readonly<Record<"microphone" | "camera" | "hand" | "people" | "shortcuts", string>>;
  readonly holdToTalk: string;
  /** The key. */
  readonly space: string;
  readonly mutedSpeech: string;
  readonly sounds: string;
  readonly soundsHint: string;
  /** Of the browser's tab. */
  readonly title: (people: number) => string;
  readonly timeInCall: string;
  readonly leaving: Readonly<Record<"question" | "hint" | "stay", string>>;
  readonly singleLetters: string;
  readonly singleLettersHint: string;
  readonly close: string;
  readonly requests: {
    readonly mute: string;
    readonly muteAll: string;
    readonly askToSpeak: string;
    readonly lowerHand: string;
    readonly muted: (host: string) => string;
    readonly speak: (host: string) => string;
    readonly turnOn: string;
    readonly notNow: string;
  };
}
