// Tables of who may do what, as tests that read as sentences: everybody who is not named is refused.
import { assertFails, assertSucceeds } from "@firebase/rules-unit-testing";
import type { Firestore } from "firebase/firestore";
import { everybody, type Caller } from "./cast.ts";
import { as } from "./stage.ts";

export type Act = (firestore: Firestore, caller: Caller) => Promise<unknown>;

/** One act, tried by everybody. */
export function onlyMay(allowed: readonly Caller[], does: string, act: Act): void {
  describe(does, () => {
    for (const caller of everybody) {
      if (allowed.includes(caller)) {
        may(caller, does, act);
      } else {
        mayNot(caller, does, act);
      }
    }
  });
}

export function may(caller: Caller, does: string, act: Act): void {
  it(`${caller} may ${does}`, () => assertSucceeds(act(as(caller), caller)));
}

export function mayNot(caller: Caller, does: string, act: Act): void {
  it(`${caller} may not ${does}`, () => assertFails(act(as(caller), caller)));
}
