// Password hashes of rooms: scrypt with a random salt. A hash takes 32 MiB and some 100 ms. So only
// a few are computed at once, and the queue is short, so that guessing cannot bring the function
// down.
import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { ApiError } from "./api-error.ts";

/**
 * OWASP recommends N = 2^17. Less suffices here: a room lives for hours, and a guess waits longer
 * than it computes.
 */
const cost = { N: 2 ** 15, r: 8, p: 1 };
const maxMemoryBytes = 64 * 1024 * 1024;
const maxHashesAtOnce = 2;
const maxWaitingHashes = 64;

/** `scrypt$N$r$p$salt$hash`. A higher cost does not invalidate the hashes of existing rooms. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, cost, 32);
  return ["scrypt", cost.N, cost.r, cost.p, salt.toString("base64url"), hash.toString("base64url")].join("$");
}

export async function isPassword(password: string, stored: string): Promise<boolean> {
  const [, N, r, p, salt = "", expected = ""] = stored.split("$");
  const expectedHash = Buffer.from(expected, "base64url");
  const parameters = { N: Number(N), r: Number(r), p: Number(p) };
  const hash = await derive(password, Buffer.from(salt, "base64url"), parameters, expectedHash.length);
  return timingSafeEqual(hash, expectedHash);
}

const waiting: (() => void)[] = [];
let running = 0;

async function derive(password: string, salt: Buffer, parameters: typeof cost, length: number): Promise<Buffer> {
  await takeTurn();
  try {
    return await new Promise<Buffer>((resolve, reject) => {
      // The same text can consist of different code points. NFKC normalizes them.
      const text = password.normalize("NFKC");
      scrypt(text, salt, length, { ...parameters, maxmem: maxMemoryBytes }, (error, hash) => {
        if (error) {
          reject(error);
        } else {
          resolve(hash);
        }
      });
    });
  } finally {
    const next = waiting.shift();
    if (next) {
      next();
    } else {
      running -= 1;
    }
  }
}

/** A finished hash passes its turn to the next, so `running` changes only if nobody waits. */
async function takeTurn(): Promise<void> {
  if (running < maxHashesAtOnce) {
    running += 1;
    return;
  }
  if (waiting.length >= maxWaitingHashes) {
    throw new ApiError("rate-limited", "Too many passwords are being checked; try again soon.", 5);
  }
  await new Promise<void>((resolve) => waiting.push(resolve));
}
