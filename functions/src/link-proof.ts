// The proof that a caller has the link's key. It has as many random bits as the key, 128, so a
// plain SHA-256 is safe to store, and a wrong one need not be counted: nobody can guess it.
import { createHash, timingSafeEqual } from "node:crypto";
import { ApiError } from "./api-error.ts";

export function hashLinkProof(proof: string): string {
  return createHash("sha256").update(`link proof ${proof}`).digest("base64url");
}

export function isLinkProof(proof: string, hash: string): boolean {
  return timingSafeEqual(Buffer.from(hashLinkProof(proof)), Buffer.from(hash));
}

/** Comes before anything that depends on a password. A room without a hash asks nobody. */
export function checkLinkProof(proof: string | undefined, hash: string | null): void {
  if (hash === null || (proof !== undefined && isLinkProof(proof, hash))) return;
  throw new ApiError("wrong-link", "linkProof: missing, or not from the link of this room.");
}
