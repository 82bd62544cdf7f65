// The texts below the start's button. They come after the first paint, and only in the language
// that is shown.
import type { RecentMessages } from "./recent.ts";

export interface StartChoiceMessages {
  /** What is below the button. */
  readonly label: string;
  readonly join: {
    readonly label: string;
    readonly placeholder: string;
    readonly submit: string;
    readonly looking: string;
    readonly empty: string;
    readonly none: string;
    readonly cut: string;
    readonly elsewhere: string;
    readonly openElsewhere: (host: string) => string;
  };
  readonly room: {
    readonly heading: string;
    /** What is chosen, in a few words, while the choices are folded away. */
    readonly chosen: { readonly password: string; readonly seats: (count: number) => string; readonly waiting: string };
    readonly password: string;
    readonly passwordHint: string;
    readonly seats: string;
    readonly seatsHint: string;
    readonly waitingRoom: string;
    readonly waitingRoomHint: string;
  };
  readonly footer: Readonly<Record<"label" | "source" | "documentation" | "privacy" | "security", string>>;
  readonly recent: RecentMessages;
}
