// The work for an App Check token, as a page does it. Where App Check is off, nobody asks for it.
import { createHash } from "node:crypto";
import type { AppCheck, Client } from "@meetogram/client";
import { countZeroBits } from "../app-check/challenge.ts";

export interface KeptToken extends AppCheck {
  readonly token: () => string | undefined;
}

export function createAppCheck(client: Client): KeptToken {
  let kept: string | undefined;
  return {
    token: () => kept,
    async renew(_refused, signal) {
      const { challenge, bits } = await client.appCheckChallenge({ signal });
      ({ token: kept } = await client.appCheckToken({ challenge, counter: findCounter(challenge, bits) }, { signal }));
    },
  };
}

/** Nothing else runs in this instance meanwhile. */
function findCounter(challenge: string, bits: number): number {
  for (let counter = 0; ; counter += 1) {
    if (countZeroBits(createHash("sha256").update(`${challenge}.${counter}`).digest()) >= bits) return counter;
  }
}
