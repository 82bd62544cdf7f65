// What the server gets instead of the link's key and the password. It can compare the values, and
// learns neither. docs/signalling.md derives them under "Proving the link".
import { encodeBase64url } from "./base64url.ts";

const proofBits = 256;

export interface LinkProof {
  readonly linkProof: string;
  /** Only where a password was given. */
  readonly password?: string;
}

/** Keyboards write "é" as one code point or as two. Both have to give the same password. */
export function normalizePassword(password: string): string {
  return password.normalize("NFKC");
}

/**
 * Resolves to fields of `createRoom` and `connect`, each 43 characters of base64url. `key` is that
 * of the link, `password` is what people type.
 */
export async function proveLink(key: Uint8Array, password?: string): Promise<LinkProof> {
  const material = await crypto.subtle.importKey("raw", Uint8Array.from(key), "HKDF", false, ["deriveBits"]);
  const utf8 = new TextEncoder();
  async function derive(salt: string, info: string): Promise<string> {
    const hkdf = { name: "HKDF", hash: "SHA-256", salt: utf8.encode(salt), info: utf8.encode(info) };
    return encodeBase64url(new Uint8Array(await crypto.subtle.deriveBits(hkdf, material, proofBits)));
  }
  const linkProof = await derive("", "meetogram/link-proof/1");
  if (password === undefined) return { linkProof };
  return { linkProof, password: await derive(normalizePassword(password), "meetogram/password-proof/1") };
}
