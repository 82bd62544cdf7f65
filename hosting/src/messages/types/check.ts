// The texts of the check of a device. What was found has a text for each code, or a function of the
// figures in their order.

type Said = string | ((...figures: never[]) => string);
type Found = Readonly<Record<string, Said>>;

export interface CheckMessages {
  readonly title: string;
  readonly heading: string;
  readonly intro: string;
  readonly start: string;
  readonly again: string;
  /** Read aloud when it begins. */
  readonly begun: string;
  readonly done: (ok: number, look: number, failed: number) => string;
  readonly preview: string;
  readonly results: string;
  readonly verdicts: Readonly<Record<"ok" | "look" | "failed" | "running" | "waiting", string>>;
  readonly lines: Readonly<
    Record<
      | "browser"
      | "features"
      | "storage"
      | "camera"
      | "microphone"
      | "speakers"
      | "codecs"
      | "sealing"
      | "server"
      | "firestore"
      | "network"
      | "call",
      string
    >
  >;
  /** Of features. Every other word is a name, the same in each language. */
  readonly names: Readonly<Record<string, string>>;
  /** "any": of every line. "device": of camera and microphone. */
  readonly found: Readonly<Record<"any" | "device" | keyof CheckMessages["lines"], Found>>;
  readonly report: Readonly<Record<"heading" | "text" | "copy" | "copied" | "refused", string>>;
  readonly toStart: string;
}
