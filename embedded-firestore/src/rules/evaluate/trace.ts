// What each expression of a condition came to, kept for the explanation of a denial.
import type { Expression, FunctionDeclaration } from "../syntax/ast.ts";
import type { RuleValue } from "../values/values.ts";

export interface Outcome {
  readonly value?: RuleValue;
  readonly error?: string;
  /** Of a call: the function with what happened inside. */
  readonly inside?: { readonly callee: FunctionDeclaration; readonly trace: Trace };
}

export type Trace = Map<Expression, Outcome>;
