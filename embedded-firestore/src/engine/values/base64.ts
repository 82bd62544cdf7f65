// Bytes in base64. Accepts both alphabets. Stores the standard alphabet with padding.
import { FirestoreError } from "./errors.ts";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
/**
 * The value of each digit by its character code, to compare encoded text as the bytes it encodes.
 */
const DIGITS = new Map([...ALPHABET].map((digit, value) => [digit.charCodeAt(0), value]));

export function normalizeBase64(text: string): string {
  const digits = text.replace(/-/gu, "+").replace(/_/gu, "/").replace(/=+$/u, "");
  if (!/^[A-Za-z0-9+/]*$/u.test(digits) || digits.length % 4 === 1) {
    throw new FirestoreError("INVALID_ARGUMENT", "Bytes are not valid base64.");
  }
  return btoa(atob(digits));
}

export function base64Bytes(base64: string): number {
  const padding = base64.endsWith("==") ? 2 : base64.endsWith("=") ? 1 : 0;
  return (base64.length / 4) * 3 - padding;
}

/**
 * Compares the encoded bytes. Each digit carries 6 bits, the first bits first, and padding marks
 * the end.
 */
export function compareBase64(a: string, b: string): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) {
    const left = DIGITS.get(a.charCodeAt(i)) ?? -1;
    const right = DIGITS.get(b.charCodeAt(i)) ?? -1;
    if (left !== right) return left < right ? -1 : 1;
  }
  return Math.sign(a.length - b.length);
}

/** Canonical base64 of ASCII text. */
export function encodeBase64(ascii: string): string {
  return btoa(ascii);
}
