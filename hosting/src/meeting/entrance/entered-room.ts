// What one tab stores about a room it has entered, so that a reload returns to the call. The
// password is stored beside the link's key. Both live and die with the tab, and leaving removes
// them.
import { session } from "../../browser/storage.ts";

export interface EnteredRoom {
  readonly audio: boolean;
  readonly video: boolean;
  readonly password: string | null;
  /** Signs this tab's signals, so that a reload is known as the same participant. */
  readonly signingKey: JsonWebKey | null;
  /** The public keys of those with whom the safety code was compared. */
  readonly compared: readonly string[];
  /** In ms since 1970, by `clockNow`. */
  readonly enteredAtMs: number | null;
}

const keyOf = (uuid: string) => `entered:${uuid}`;

export function rememberEntered(uuid: string, entered: EnteredRoom): void {
  session.write(keyOf(uuid), JSON.stringify(entered));
}

export function forgetEntered(uuid: string): void {
  session.remove(keyOf(uuid));
}

export function readEntered(uuid: string): EnteredRoom | null {
  const text = session.read(keyOf(uuid));
  return text === null ? null : parseEntered(text);
}

/** Null for anything that this version did not write. */
export function parseEntered(text: string): EnteredRoom | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null) return null;
    const { audio, video, password, signingKey, compared, enteredAtMs } = value as Record<string, unknown>;
    if (typeof audio !== "boolean" || typeof video !== "boolean") return null;
    return {
      audio,
      video,
      password: typeof password === "string" ? password : null,
      // Whoever uses it checks it.
      signingKey: typeof signingKey === "object" ? signingKey : null,
      compared: Array.isArray(compared) ? compared.filter((key) => typeof key === "string") : [],
      enteredAtMs: typeof enteredAtMs === "number" ? enteredAtMs : null,
    };
  } catch {
    return null;
  }
}
