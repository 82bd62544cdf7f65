// Everything an evaluation can see: the checked rules, the variables, the host behind the library, and its counters.
import type { CheckedRules } from "../check/checked-rules.ts";
import type { Counts } from "./counts.ts";
import type { Host } from "../library/types.ts";
import type { RuleValue } from "../values/values.ts";
import type { Trace } from "./trace.ts";

export interface Environment {
  readonly rules: CheckedRules;
  readonly request: RuleValue;
  readonly resource: RuleValue;
  /** The captures of the matched pattern, in its order. */
  readonly captures: readonly RuleValue[];
  readonly host: Host;
  readonly counts: Counts;
}

/** One call of a function; a condition itself is a frame without locals. */
export interface Frame {
  readonly locals: readonly RuleValue[];
  readonly trace: Trace;
  readonly depth: number;
}
