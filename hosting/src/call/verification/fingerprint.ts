// The fingerprint of a DTLS certificate, as a description names it (RFC 8122).

const line = /^a=fingerprint:(\S+) ([0-9A-Fa-f:]+)\s*$/gm;

/** Null when the description names none, several, or one with another hash than SHA-256. */
export function readFingerprint(description: { readonly sdp: string } | null): string | null {
  const found = new Set<string>();
  for (const [, hash = "", value = ""] of description?.sdp.matchAll(line) ?? [])
    found.add(`${hash.toLowerCase()} ${value.toUpperCase()}`);
  const [first] = found;
  return found.size === 1 && first?.startsWith("sha-256 ") ? first : null;
}
