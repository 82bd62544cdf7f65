// The result of each expression in a condition, to explain a denial.
import type { Expression, FunctionDeclaration } from "../syntax/ast.ts";
import type { RuleValue } from "../values/values.ts";

export interface Outcome {
  readonly value?: RuleValue;
  readonly error?: string;
  /** For a call: the function and the trace of its body. */
  readonly inside?: { readonly callee: FunctionDeclaration; readonly trace: Trace };
}

export type Trace = Map<Expression, Outcome>;
