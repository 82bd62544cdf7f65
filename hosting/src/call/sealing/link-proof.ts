// What a page tells the server instead of the link's key and the password: values derived from
// them. The server can compare them with those of the room's creator, and learns neither.
import { encodeBase64url } from "../../platform/base64url.ts";
import { normalizePassword } from "./normalize-password.ts";

export interface LinkProof {
  readonly linkProof: string;
  readonly password?: string;
}

const proofBits = 256;

/**
 * The fields of `create` and `connect`. The password's proof needs the key too: no link, no guess.
 */
export async function proveLink(key: Uint8Array<ArrayBuffer>, password?: string): Promise<LinkProof> {
  const material = await crypto.subtle.importKey("raw", key, "HKDF", false, ["deriveBits"]);
  const encoder = new TextEncoder();
  const derive = async (salt: string, info: string): Promise<string> => {
    const algorithm = { name: "HKDF", hash: "SHA-256", salt: encoder.encode(salt), info: encoder.encode(info) };
    return encodeBase64url(new Uint8Array(await crypto.subtle.deriveBits(algorithm, material, proofBits)));
  };
  const linkProof = await derive("", "meetogram/link-proof/1");
  if (password === undefined) return { linkProof };
  return { linkProof, password: await derive(normalizePassword(password), "meetogram/password-proof/1") };
}
