// The key that makes its holder the host. It is random enough to be stored as a plain SHA-256: there is nothing to guess.
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

export function createHostKey(): string {
  return randomBytes(32).toString("base64url");
}

export function hashHostKey(hostKey: string): string {
  return createHash("sha256").update(hostKey).digest("base64url");
}

export function isHostKey(hostKey: string, hash: string): boolean {
  return timingSafeEqual(Buffer.from(hashHostKey(hostKey)), Buffer.from(hash));
}
