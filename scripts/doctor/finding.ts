// What a check may find. What it could not see is "unknown", never "ok".

export type Finding =
  | { readonly mark: "ok" | "told"; readonly says: string }
  | {
      readonly mark: "failed";
      /** Stable, so that programs may depend on it. */
      readonly code: string;
      readonly says: string;
      readonly cause: string;
      /** The command to run or the page to open. */
      readonly cure: string;
      /** Parts of this check on which others depend, if not all of it: `{id}/{part}`. */
      readonly parts?: readonly string[];
    }
  | { readonly mark: "unknown"; readonly code: string; readonly because: string; readonly cure: string }
  | { readonly mark: "skipped"; readonly waitsFor: string };

export const ok = (says: string): Finding => ({ mark: "ok", says });
export const told = (says: string): Finding => ({ mark: "told", says });

/** Thrown where a question has no answer that one could rely on. */
export class NotKnown extends Error {
  readonly code: string;
  readonly cure: string;

  constructor(code: string, because: string, cure: string) {
    super(because);
    this.code = code;
    this.cure = cure;
  }
}

/** Text from outside, as one line that cannot command a terminal. */
export function plain(text: string, maxLength = 300): string {
  const line = text
    .replace(/[\p{Cc}\p{Cf}]+/gu, " ")
    .replace(/ +/g, " ")
    .trim();
  return line.length > maxLength ? `${line.slice(0, maxLength)}…` : line;
}
