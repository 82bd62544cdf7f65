// The texts of files in a call.

type End = "unknown" | "unreadable" | "unwritable" | "checksum" | "misbehaved" | "too-large";

export interface TransferMessages {
  readonly open: string;
  readonly choose: string;
  readonly drop: string;
  readonly dropHint: string;
  readonly empty: string;
  readonly chosen: string;
  readonly to: string;
  readonly everybody: (count: number) => string;
  readonly offer: (count: number) => string;
  readonly clear: string;
  readonly alone: string;
  readonly tooLarge: (names: string, most: string) => string;
  readonly tooMany: (count: number) => string;
  readonly noFolders: string;
  readonly loadFailed: string;
  readonly list: string;
  readonly offers: (name: string, file: string, size: string) => string;
  readonly offersMany: (name: string, count: number) => string;
  readonly offeredMany: (count: number) => string;
  readonly from: (name: string) => string;
  readonly toOne: (name: string) => string;
  readonly somebody: string;
  readonly accept: string;
  readonly refuse: string;
  readonly show: string;
  readonly pause: string;
  readonly resume: string;
  readonly cancel: string;
  readonly save: string;
  readonly remove: string;
  readonly progress: (file: string) => string;
  readonly of: (part: string, whole: string) => string;
  readonly perSecond: (rate: string) => string;
  readonly timeLeft: (time: string) => string;
  readonly states: {
    readonly offeredOut: string;
    readonly queued: string;
    readonly waiting: (name: string) => string;
    readonly reloaded: (name: string) => string;
    readonly pausedHere: string;
    readonly pausedThere: (name: string) => string;
    readonly arrived: string;
    readonly taken: string;
    readonly refusedHere: string;
    readonly refusedThere: string;
    readonly cancelledHere: string;
    readonly cancelledThere: (name: string) => string;
  };
  readonly ends: Readonly<Record<End, string>>;
  readonly announceArrived: (file: string, name: string) => string;
  readonly announceTaken: (file: string, name: string) => string;
  readonly announceRefused: (file: string, name: string) => string;
  readonly announceFailed: (file: string, name: string) => string;
}
