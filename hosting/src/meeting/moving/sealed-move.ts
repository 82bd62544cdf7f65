// What another device needs to go on, sealed. The code is in the link's fragment only: the ticket
// and the key derive from it, and the server, which keeps the rest, learns the ticket alone.
import { decodeBase64url, encodeBase64url } from "../../platform/base64url.ts";

const codeBytes = 16;
const ivBytes = 12;
const encoder = new TextEncoder();

export interface MoveSecrets {
  readonly ticket: string;
  readonly key: CryptoKey;
}

export function createMoveCode(): string {
  return encodeBase64url(crypto.getRandomValues(new Uint8Array(codeBytes)));
}

export async function deriveMove(uuid: string, code: string): Promise<MoveSecrets> {
  const secret = encoder.encode(code);
  const material = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits", "deriveKey"]);
  const algorithm = (info: string) => ({
    name: "HKDF",
    hash: "SHA-256",
    salt: encoder.encode(uuid),
    info: encoder.encode(info),
  });
  const [ticket, key] = await Promise.all([
    crypto.subtle.deriveBits(algorithm("meetogram/move-ticket/1"), material, 256),
    crypto.subtle.deriveKey(algorithm("meetogram/move-key/1"), material, { name: "AES-GCM", length: 256 }, false, [
      "encrypt",
      "decrypt",
    ]),
  ]);
  return { ticket: encodeBase64url(new Uint8Array(ticket)), key };
}

export async function sealMove(key: CryptoKey, text: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, encoder.encode(text)));
  return encodeBase64url(new Uint8Array([...iv, ...sealed]));
}

/** Rejects what was not sealed with this key. */
export async function openMove(key: CryptoKey, sealed: string): Promise<string> {
  const bytes = decodeBase64url(sealed) ?? new Uint8Array();
  const iv = bytes.slice(0, ivBytes);
  return new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, bytes.slice(ivBytes)));
}
