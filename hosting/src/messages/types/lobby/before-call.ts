// The texts of the lobby about what is going to happen: what the browser asks, who is inside, what
// others will see.

type Problem = "denied" | "blocked" | "dismissed" | "missing" | "in-use" | "unsupported" | "unknown" | "muted";

export interface BeforeCallMessages {
  readonly willAsk: Readonly<Record<"camera" | "microphone" | "both", string>>;
  /** Instead of the picture, in a few words. The notice says what to do. */
  readonly noPicture: Readonly<Record<Problem, string>>;
  readonly insideNamed: (names: string) => string;
  /** The last one of a list of names. */
  readonly more: (count: number) => string;
  readonly takingSeat: string;
  readonly connectedTo: (connected: number, all: number) => string;
  readonly othersSee: (name: string) => string;
  readonly cameraOn: string;
  readonly cameraOff: string;
  readonly microphoneOn: string;
  readonly microphoneOff: string;
  readonly didYouHear: string;
}
