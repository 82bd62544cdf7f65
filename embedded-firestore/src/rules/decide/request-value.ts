// The value of the variable `request`.
import type { QueryFacts } from "../query/query-facts.ts";
import type { RulesRequest } from "./request.ts";
import { fromDocument, fromTime } from "../values/from-document.ts";
import { fromRecord } from "../values/from-json.ts";
import type { RuleValue } from "../values/values.ts";
import type { SubjectSegment } from "./match-path.ts";

export function requestValue(request: RulesRequest, subject: readonly SubjectSegment[]): RuleValue {
  const { auth, method, query, requestResource, time } = request;
  return new Map<string, RuleValue>([
    ["auth", auth && authValue(auth)],
    ["method", method],
    ["path", pathValue(subject)],
    ["query", method === "list" ? queryValue(query ?? {}) : null],
    ["resource", requestResource ? fromDocument(requestResource) : null],
    ["time", fromTime(time)],
  ]);
}

function authValue({ uid, token }: NonNullable<RulesRequest["auth"]>): RuleValue {
  const named = uid === undefined ? [] : [["uid", uid] as const];
  return new Map<string, RuleValue>([...named, ["token", fromRecord(token)]]);
}

function pathValue(subject: readonly SubjectSegment[]): RuleValue {
  const segments = subject.map((part) => (typeof part === "string" ? part : null));
  const isOpenEnded = subject.some((part) => typeof part === "object" && part.open === "many");
  return isOpenEnded ? { type: "unknown", subject: "request.path", facts: [] } : { type: "path", segments };
}

function queryValue({ limit, offset, orderBy = [] }: QueryFacts): RuleValue {
  const most = typeof limit === "object" ? limit?.value : limit;
  const orders = orderBy.map(({ field, direction }): [string, RuleValue] => [
    field?.fieldPath ?? "",
    direction === "DESCENDING" ? "DESC" : "ASC",
  ]);
  return new Map<string, RuleValue>([
    ["limit", most === undefined ? null : BigInt(most)],
    ["offset", BigInt(offset ?? 0)],
    ["orderBy", new Map(orders)],
  ]);
}
