// App Check, switched on for the time of a task. The Admin SDK caches keys and credentials, so
// there is one imitation of Google for the whole run. `hooks.ts` closes it.
import { createHash } from "node:crypto";
import { imitateAppCheck, type AppCheckImitation } from "../../../scripts/system/imitate-app-check.ts";
import "../../../scripts/system/redirect-google.mjs";
import { countZeroBits } from "../../src/app-check/challenge.ts";

export const appID = "1:123456789:web:0a1b2c3d4e5f";

/** Few, so that a test takes no time. */
const bits = 4;
let starting: Promise<AppCheckImitation> | undefined;

export function getImitation(): Promise<AppCheckImitation> {
  return (starting ??= imitateAppCheck(appID, "demo-meetogram", bits));
}

export async function closeImitation(): Promise<void> {
  (await starting)?.close();
}

/** Returns what switches it off. */
export async function switchOnAppCheck(): Promise<() => void> {
  const changes = (await getImitation()).env;
  Object.assign(process.env, changes);
  return () => {
    for (const name of Object.keys(changes)) delete process.env[name];
  };
}

export async function withAppCheck<T>(task: () => T | Promise<T>): Promise<T> {
  const switchOff = await switchOnAppCheck();
  try {
    return await task();
  } finally {
    switchOff();
  }
}

/** The first counter whose hash has as many zero bits; or, if `isWrong`, one whose hash has not. */
export function solve(challenge: string, wanted: number, isWrong = false): number {
  for (let counter = 0; ; counter += 1) {
    const hash = createHash("sha256").update(`${challenge}.${counter}`).digest();
    if (countZeroBits(hash) >= wanted !== isWrong) return counter;
  }
}
