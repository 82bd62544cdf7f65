// What the filters of a query say about one field, and which comparisons follow from that. A
// comparison that follows is true. If its opposite follows, it is false. Otherwise it is unknown.
import { compare, isComparable } from "../values/compare.ts";
import { equals } from "../values/equality.ts";
import type { Meter } from "../values/meter.ts";
import type { Comparison, Fact, RuleValue } from "../values/values.ts";
import { typeOf } from "../values/values.ts";

const OPPOSITE = { "==": "!=", "!=": "==", "<": ">=", "<=": ">", ">": "<=", ">=": "<" } as const;

/** True or false if the facts decide. Undefined if they do not. */
export function decideComparison(
  facts: readonly Fact[],
  op: Comparison,
  value: RuleValue,
  meter: Meter,
): boolean | undefined {
  if (facts.some((fact) => implies(fact, op, value, meter))) return true;
  if (facts.some((fact) => implies(fact, OPPOSITE[op], value, meter))) return false;
  return undefined;
}

export function doesContain(facts: readonly Fact[], value: RuleValue, meter: Meter): boolean {
  return facts.some((fact) => fact.op === "contains" && equals(fact.value, value, meter));
}

function implies(fact: Fact, op: Comparison, value: RuleValue, meter: Meter): boolean {
  if (fact.op === "contains") return op === "!=" && !Array.isArray(value);
  // The filter `!=` also excludes null.
  if (fact.op === "!=") return op === "!=" && (value === null || equals(fact.value, value, meter));
  // A range filter returns only values of the type of its bound. If rules cannot order that type,
  // nothing more is known.
  if (!isComparable(fact.value, value)) return op === "!=" && typeOf(fact.value) !== typeOf(value);
  const order = compare(fact.value, value);
  switch (fact.op) {
    case ">":
      return (op === ">" || op === ">=" || op === "!=") && order >= 0;
    case ">=":
      return op === ">=" ? order >= 0 : (op === ">" || op === "!=") && order > 0;
    case "<":
      return (op === "<" || op === "<=" || op === "!=") && order <= 0;
    case "<=":
      return op === "<=" ? order <= 0 : (op === "<" || op === "!=") && order < 0;
  }
}
