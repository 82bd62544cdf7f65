// The permission to listen, and the documents that the rules read when they granted it. Only a
// change to one of these documents can revoke the permission. So a commit that touches none of them
// costs nothing. The passage of time alone ends no listener.

import { relativePath, type Change } from "../../engine/index.ts";
import { createAccessBudget, hasFetched, type AccessBudget } from "../../rules/index.ts";

export interface Permission {
  /** Evaluates the rules. Throws PERMISSION_DENIED. */
  check(): void;
  /** Evaluates the rules again if one of the changes could matter. */
  recheck(changes: readonly Change[]): void;
}

export function createPermission(ask: (budget: AccessBudget) => void): Permission {
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
