// A parameter or variable of a function. It is evaluated when it is first needed, and only once. So
// one that is never needed can neither fail nor cost anything.
import { RuleError } from "../values/rule-error.ts";
import type { RuleValue } from "../values/values.ts";

/** Throws the same RuleError again each time, if there is one. */
export type Local = () => RuleValue;

export function evaluateOnce(evaluate: () => RuleValue): Local {
  let outcome: { readonly value: RuleValue } | { readonly error: RuleError } | undefined;
  return () => {
    outcome ??= attempt(evaluate);
    if ("error" in outcome) throw outcome.error;
    return outcome.value;
  };
}

function attempt(evaluate: () => RuleValue): { readonly value: RuleValue } | { readonly error: RuleError } {
  try {
    return { value: evaluate() };
  } catch (error) {
    if (error instanceof RuleError) return { error };
    throw error;
  }
}
