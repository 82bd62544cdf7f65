// Decides one request. Access is granted only if an allow statement of a matching block is true.
// Any failure denies.
import type { CheckedRules } from "../check/checked-rules.ts";
import type { Environment, Frame } from "../evaluate/environment.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { createMeter } from "../values/meter.ts";
import { LimitError, RuleError } from "../values/rule-error.ts";
import type { Counts } from "../evaluate/counts.ts";
import { describe } from "../explain/describe.ts";
import { explainAllow } from "../explain/explain-allow.ts";
import type { SourceText } from "../explain/source-text.ts";
import type { Host } from "../library/types.ts";
import type { AccessBudget, Decision, Lookup, RulesOptions, RulesRequest } from "./request.ts";
import type { AllowStatement } from "../syntax/ast.ts";
import { createFetch } from "./fetch.ts";
import { matchPath } from "./match-path.ts";
import { requestValue } from "./request-value.ts";
import type { Subject } from "./subject.ts";
import { subjectsOf } from "./subject.ts";

/** What all decisions of a ruleset share. */
export interface RulesetContext {
  readonly rules: CheckedRules;
  readonly source: SourceText;
  readonly counts: Counts;
  readonly options: RulesOptions;
}

const MAX_EXPLAINED = 20;

export function decide(context: RulesetContext, request: RulesRequest, lookup: Lookup, budget: AccessBudget): Decision {
  try {
    const fetch = createFetch(lookup, budget, request.database);
    const debug: Host["debug"] = (value) => context.options.onDebug?.(describe(value));
    let last: Decision = deny(request, ["the query returns nothing that could be allowed"]);
    const work = { units: 0 };
    for (const subject of subjectsOf(request)) {
      // Each alternative of a query is decided separately. They share the documents that were
      // fetched.
      last = decideSubject(context, request, subject, { meter: createMeter(work), fetch, debug });
      if (!last.isAllowed) return last;
    }
    return last;
  } catch (error) {
    return deny(request, [error instanceof LimitError ? error.message : "the request could not be evaluated"]);
  }
}

function decideSubject(context: RulesetContext, request: RulesRequest, subject: Subject, host: Host): Decision {
  const { rules } = context;
  const tried: (() => string)[] = [];
  const variables = { rules, host, counts: context.counts, resource: subject.resource };
  const value = requestValue(request, subject.path);
  rules: for (const { pattern, allows } of rules.rules) {
    const matching = allows.filter(({ methods }) => methods.has(request.method));
    const captures = matching.length > 0 ? matchPath(pattern, subject.path, rules.file.version) : undefined;
    if (captures === undefined) continue;
    for (const allow of matching) {
      const result = tryAllow(context, allow, { ...variables, request: value, captures });
      if (result.isGranted) return { isAllowed: true, line: context.source.lineOf(allow.offset) };
      tried.push(result.explain);
      if (result.isFinal) break rules;
    }
  }
  if (tried.length === 0) return deny(request, [`no allow ${request.method} covers this path`]);
  return deny(
    request,
    tried.map((explain) => explain()),
  );
}

type Attempt =
  | { readonly isGranted: true }
  | { readonly isGranted: false; readonly isFinal: boolean; readonly explain: () => string };

function tryAllow(context: RulesetContext, allow: AllowStatement, environment: Environment): Attempt {
  const { allows } = context.counts;
  allows.set(allow, (allows.get(allow) ?? 0) + 1);
  if (allow.condition === undefined) return { isGranted: true };
  const frame: Frame = { locals: [], trace: new Map(), depth: 0 };
  const explain = (limit?: string): string => explainAllow(allow, frame, context.source, limit);
  try {
    if (evaluate(allow.condition, frame, environment) === true) return { isGranted: true };
  } catch (error) {
    if (error instanceof LimitError) return { isGranted: false, isFinal: true, explain: () => explain(error.message) };
    if (!(error instanceof RuleError)) throw error;
  }
  return { isGranted: false, isFinal: false, explain: () => explain() };
}

function deny(request: RulesRequest, reasons: readonly string[]): Decision {
  const more = reasons.length > MAX_EXPLAINED ? [`and ${reasons.length - MAX_EXPLAINED} more`] : [];
  const head = `${request.method} /${request.path} is denied`;
  return { isAllowed: false, explanation: [head, ...reasons.slice(0, MAX_EXPLAINED), ...more].join("\n") };
}
