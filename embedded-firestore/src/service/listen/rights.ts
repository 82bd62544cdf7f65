// The right to listen, and what it rests on: the documents that the rules read while they granted it. Only a change of one of
// those can take it back, so asking again costs nothing for all other commits. (Time passing alone ends no listener.)

import { relativePath, type Change } from "../../engine/index.ts";
import { createAccessBudget, hasFetched, type AccessBudget } from "../../rules/index.ts";

export interface Right {
  /** Asks the rules; throws PERMISSION_DENIED. */
  check(): void;
  /** Asks again if one of the changes could matter. */
  recheck(changes: readonly Change[]): void;
}

export function createRight(ask: (budget: AccessBudget) => void): Right {
  let granted = createAccessBudget();
  const check = (): void => {
    granted = createAccessBudget();
    ask(granted);
  };
  return {
    check,
    recheck(changes) {
      if (changes.some(({ name }) => hasFetched(granted, relativePath(name)))) check();
    },
  };
}
