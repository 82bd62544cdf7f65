// The work for a challenge: the first counter for which the SHA-256 of `{challenge}.{counter}`
// begins with enough zero bits. WebCrypto would need a promise for each try: measured 20 times
// slower.
import { sha256 } from "@noble/hashes/sha2.js";

const longestCounter = 15;

export function findCounter(challenge: string, bits: number): number {
  const prefix = new TextEncoder().encode(`${challenge}.`);
  const text = new Uint8Array(prefix.length + longestCounter);
  text.set(prefix);
  for (let counter = 0; ; counter += 1) {
    const digits = String(counter);
    for (let index = 0; index < digits.length; index += 1) text[prefix.length + index] = digits.charCodeAt(index);
    if (hasZeroBits(sha256(text.subarray(0, prefix.length + digits.length)), bits)) return counter;
  }
}

function hasZeroBits(hash: Uint8Array, bits: number): boolean {
  const whole = bits >> 3;
  for (let index = 0; index < whole; index += 1) if (hash[index] !== 0) return false;
  return (hash[whole] ?? 0) >> (8 - (bits & 7)) === 0;
}
