// The key that makes its holder a host. It has 256 random bits, so a plain SHA-256 is safe to
// store: nobody can guess it.
import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { fromUuidBytes } from "./uuid-bytes.ts";

export function createHostKey(): string {
  return randomBytes(32).toString("base64url");
}

export function hashHostKey(hostKey: string): string {
  return createHash("sha256").update(hostKey).digest("base64url");
}

export function isHostKey(hostKey: string, hash: string): boolean {
  return timingSafeEqual(Buffer.from(hashHostKey(hostKey)), Buffer.from(hash));
}

export function createSalt(): string {
  return randomBytes(16).toString("base64url");
}

/**
 * The same for the same idempotency key and salt. The server keeps the salt secret, so the caller
 * cannot compute the host key.
 */
export function deriveHostKey(idempotencyKey: string, salt: string): string {
  return createHmac("sha256", idempotencyKey).update(`host key ${salt}`).digest("base64url");
}

/** In the form of a UUID v4. Two callers who use the same idempotency key get two rooms. */
export function deriveRoomUUID(idempotencyKey: string, caller: string | undefined): string {
  const bytes = createHmac("sha256", idempotencyKey)
    .update(`room of ${caller ?? "unknown"}`)
    .digest()
    .subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return fromUuidBytes(bytes);
}
