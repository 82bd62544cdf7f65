// The texts of the rooms that this browser remembers.

export interface RecentMessages {
  readonly heading: string;
  readonly remember: string;
  readonly rememberHint: string;
  readonly refused: string;
  readonly empty: string;
  /** A short part of the room's UUID, and when it was last visited. */
  readonly room: (part: string, when: string) => string;
  readonly host: string;
  readonly forget: string;
  readonly forgetRoom: (part: string) => string;
  readonly forgetAll: string;
}
