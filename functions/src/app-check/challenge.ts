// A proof of work. The server signs a challenge and forgets it. The signature covers the
// difficulty, the time at which it ends, and the caller's network. The answer is a counter such
// that the SHA-256 of `{challenge}.{counter}` begins with that many zero bits. Both together have
// at most 55 characters, so a try is one block of SHA-256. Checking costs one HMAC and one hash.
import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { limits, type RequestOf } from "@meetogram/contract";
import { ApiError } from "../api-error.ts";
import type { Caller } from "../caller.ts";

/** One byte of difficulty, four of the second at which it ends, eight random ones. */
const contentBytes = 13;
const signatureBytes = 16;

export interface Signer {
  readonly key: Buffer;
  readonly caller: Caller;
  readonly nowMs: number;
}

export function createChallenge(bits: number, { key, caller, nowMs }: Signer): string {
  const content = Buffer.alloc(contentBytes);
  content.writeUInt8(bits, 0);
  content.writeUInt32BE(Math.floor((nowMs + limits.challengeTtlMs) / 1_000), 1);
  randomBytes(contentBytes - 5).copy(content, 5);
  return Buffer.concat([content, sign(content, key, caller)]).toString("base64url");
}

/** Returns the time at which the challenge ends. Throws what is wrong with the answer. */
export function checkAnswer(
  { challenge, counter }: RequestOf<"appCheckToken">,
  { key, caller, nowMs }: Signer,
): { readonly endsAtMs: number } {
  const bytes = Buffer.from(challenge, "base64url");
  const content = bytes.subarray(0, contentBytes);
  // Another spelling of the same bytes would be another challenge for `spent`.
  const isCanonical = bytes.length === contentBytes + signatureBytes && bytes.toString("base64url") === challenge;
  if (!isCanonical || !timingSafeEqual(bytes.subarray(contentBytes), sign(content, key, caller))) {
    throw new ApiError("wrong-challenge", "challenge: not one that this server gave to this network.");
  }
  const endsAtMs = content.readUInt32BE(1) * 1_000;
  if (endsAtMs <= nowMs) {
    throw new ApiError("challenge-expired", "challenge: its time is over; ask for another.");
  }
  if (countZeroBits(createHash("sha256").update(`${challenge}.${counter}`).digest()) < content.readUInt8(0)) {
    throw new ApiError("insufficient-work", "counter: the hash does not begin with enough zero bits.");
  }
  return { endsAtMs };
}

function sign(content: Buffer, key: Buffer, caller: Caller): Buffer {
  const hmac = createHmac("sha256", key)
    .update(content)
    .update(caller[0]?.address ?? "unknown");
  return hmac.digest().subarray(0, signatureBytes);
}

export function countZeroBits(hash: Uint8Array): number {
  const index = hash.findIndex((byte) => byte !== 0);
  return index < 0 ? hash.length * 8 : index * 8 + Math.clz32(hash[index]!) - 24;
}
