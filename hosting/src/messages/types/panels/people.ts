// The texts of the people panel: who is here, how well each is heard and seen, what a host may do.

interface Confirmation {
  readonly label: string;
  readonly confirm: string;
}

export interface PeopleMessages {
  readonly heading: string;
  readonly close: string;
  readonly tabs: { readonly people: string; readonly privacy: string };
  readonly list: string;
  readonly host: string;
  readonly screen: string;
  /** Of the menu for one person. */
  readonly actions: (name: string) => string;
  readonly connection: string;
  /** How loud somebody is here. */
  readonly volume: string;
  readonly causes: Readonly<Record<"offline" | "network-here" | "network-there" | "asleep", string>>;
  readonly code: {
    readonly heading: string;
    readonly text: string;
    readonly alone: string;
    readonly pending: string;
    readonly waiting: (names: string) => string;
    readonly label: (pictures: string) => string;
    readonly match: string;
    readonly compared: string;
    readonly newcomers: (names: string) => string;
    readonly differ: string;
    readonly noKey: string;
  };
  readonly figures: {
    readonly none: string;
    readonly roundTrip: string;
    readonly loss: string;
    readonly received: string;
    readonly sent: string;
    readonly picture: string;
    readonly way: string;
    readonly limitedBy: string;
    readonly unknown: string;
    readonly noPicture: string;
    readonly direct: string;
    readonly relayed: string;
    readonly limitations: Readonly<Record<"none" | "cpu" | "bandwidth" | "other", string>>;
    readonly milliseconds: (value: string) => string;
    readonly kilobits: (value: string) => string;
    readonly framesPerSecond: (size: string, frames: string) => string;
    readonly plot: (what: string, lowest: string, highest: string) => string;
  };
  readonly waiting: { readonly heading: string; readonly text: string };
  readonly suspicions: Readonly<Record<"signal-refused" | "signal-flood", string>>;
  readonly controls: {
    readonly heading: string;
    readonly cancel: string;
    readonly lock: string;
    readonly lockHint: string;
    readonly lockedByHost: string;
    readonly remove: Confirmation & { readonly question: (name: string) => string };
    readonly makeHost: Confirmation & { readonly question: (name: string) => string };
    readonly end: Confirmation & { readonly question: string };
    readonly erase: Confirmation & { readonly question: string };
  };
  readonly stored: {
    readonly heading: string;
    readonly loading: string;
    readonly what: string;
    readonly documents: string;
    readonly until: string;
    readonly kinds: Readonly<Record<"room" | "secrets" | "seats" | "signals" | "users" | "accounts", string>>;
    readonly sealed: string;
    readonly unsealed: string;
    readonly never: string;
  };
  readonly summary: {
    readonly copy: string;
    readonly copied: string;
    readonly hint: string;
    readonly refused: string;
  };
}
