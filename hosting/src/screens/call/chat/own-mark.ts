// The ID of an own message is a MAC of what it says, with a secret that outlives a reload. So this
// page knows its own messages when others give them back, and nobody can put words into its mouth.
import type { ChatMessage } from "@meetogram/contract";
import { encodeBase64url } from "../../../platform/base64url.ts";

type Content = Omit<ChatMessage, "id">;

/** 128 bits of the MAC, as base64url. To everybody else they are random. */
export async function markOf(secret: CryptoKey, { order, writtenAtMs, text }: Content): Promise<string> {
  const content = new TextEncoder().encode(JSON.stringify([order, writtenAtMs, text]));
  const mac = new Uint8Array(await crypto.subtle.sign("HMAC", secret, content)).subarray(0, 16);
  return encodeBase64url(mac);
}
