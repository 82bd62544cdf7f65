// Everything that an evaluation can access: the checked rules, the variables, the host of the
// library and the counters.
import type { CheckedRules } from "../check/checked-rules.ts";
import type { Counts } from "./counts.ts";
import type { Host } from "../library/types.ts";
import type { RuleValue } from "../values/values.ts";
import type { Local } from "./local.ts";
import type { Trace } from "./trace.ts";

export interface Environment {
  readonly rules: CheckedRules;
  readonly request: RuleValue;
  readonly resource: RuleValue;
  /** The captures of the matched pattern, in order. */
  readonly captures: readonly RuleValue[];
  readonly host: Host;
  readonly counts: Counts;
}

/** One call of a function. A condition is a frame without locals. */
export interface Frame {
  readonly locals: readonly Local[];
  readonly trace: Trace;
  readonly depth: number;
}
