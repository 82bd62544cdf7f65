// Finds secrets of a call in any text that left a browser, even behind the usual encodings.

export interface Secrets {
  /** The key in the link's fragment. */
  readonly key: string;
  /** The addresses of the people's devices, from their own candidates. */
  readonly addresses: readonly string[];
}

const plaintext = /candidate:|a=fingerprint|ice-ufrag|ice-pwd|m=audio|m=video|"sdp"/i;

/** The text itself, without percent encoding, without JSON escapes, and each run of base64. */
function* readingsOf(text: string): Generator<string> {
  yield text;
  const unescaped = text.replace(/(?:%[0-9a-f]{2})+/gi, (run) =>
    Buffer.from(run.replaceAll("%", ""), "hex").toString(),
  );
  yield unescaped;
  yield unescaped.replace(/\\+(["/\\])/g, "$1");
  for (const [run] of unescaped.matchAll(/[\w+/-]{40,}/g)) yield Buffer.from(run, "base64").toString("latin1");
}

/** Each leak, with the text around it. Empty when there is none. */
export function findLeaks(texts: readonly string[], { key, addresses }: Secrets): string[] {
  const leaks: string[] = [];
  const rawKey = Buffer.from(key, "base64url").toString("latin1");
  for (const text of texts) {
    for (const reading of readingsOf(text)) {
      const at = [key, rawKey, ...addresses].map((secret) => reading.indexOf(secret));
      at.push(reading.search(plaintext));
      for (const index of at) if (index >= 0) leaks.push(reading.slice(Math.max(0, index - 40), index + 60));
    }
  }
  return leaks;
}
