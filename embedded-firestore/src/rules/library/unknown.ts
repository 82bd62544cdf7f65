// What rules can ask about a field that the query only constrains: the elements that
// `array-contains` proves.
import { RuleError } from "../values/rule-error.ts";
import { doesContain } from "../query/facts.ts";
import type { Unknown } from "../values/values.ts";
import type { Methods } from "./types.ts";
import { expectList, method } from "./types.ts";

function undecided({ subject }: Unknown): never {
  throw new RuleError(`the query does not prove ${subject}`);
}

export const UNKNOWN_METHODS: Methods<Unknown> = {
  hasAny: method(1, (self, [items], meter) =>
    expectList(items).some((item) => doesContain(self.facts, item, meter)) ? true : undecided(self),
  ),
  hasAll: method(1, (self, [items], meter) =>
    expectList(items).every((item) => doesContain(self.facts, item, meter)) ? true : undecided(self),
  ),
};
