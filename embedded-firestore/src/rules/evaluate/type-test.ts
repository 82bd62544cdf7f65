// `value is type`. For a field that the query only constrains, the type follows from the filter's
// value.
import { isNumber } from "../values/compare.ts";
import { RuleError } from "../values/rule-error.ts";
import { TYPE_TESTS } from "../library/index.ts";
import { isType } from "../library/types.ts";
import type { RuleValue, Unknown } from "../values/values.ts";
import { typeOf } from "../values/values.ts";

export function isOfType(value: RuleValue, typeName: string): boolean {
  if (!TYPE_TESTS.has(typeName)) throw new RuleError(`unknown type '${typeName}'`);
  if (isType(value, "unknown")) return decideType(value, typeName);
  if (isType(value, "partial")) return typeName === "map";
  if (typeName === "number") return isNumber(value);
  return typeOf(value) === typeName;
}

function decideType({ facts, subject }: Unknown, typeName: string): boolean {
  for (const { op, value } of facts) {
    if (op === "!=") continue;
    if (op === "contains") return typeName === "list";
    // A numeric bound does not tell an int from a float.
    if (!isNumber(value)) return typeOf(value) === typeName;
    if (typeName !== "int" && typeName !== "float") return typeName === "number";
  }
  throw new RuleError(`the query does not prove the type of ${subject}`);
}
