// Splits the filter of a query into alternatives that together cover everything the query can
// return. Each branch of `or` and each value of `in` adds one. The rules must allow all of them.
import type { Value } from "../../engine/index.ts";
import { LimitError } from "../values/rule-error.ts";
import type { QueryFilter } from "./query-facts.ts";

/** A condition that holds for all documents of an alternative. */
export interface Term {
  readonly field: string;
  readonly op: "==" | "!=" | "<" | "<=" | ">" | ">=" | "contains" | "exists";
  readonly value: Value;
}

export type Alternative = readonly Term[];

/** More than Firestore itself allows in a query. */
const MAX_ALTERNATIVES = 100;
const NULL: Value = { nullValue: null };
const SIMPLE: Readonly<Record<string, Term["op"]>> = {
  EQUAL: "==",
  NOT_EQUAL: "!=",
  LESS_THAN: "<",
  LESS_THAN_OR_EQUAL: "<=",
  GREATER_THAN: ">",
  GREATER_THAN_OR_EQUAL: ">=",
  ARRAY_CONTAINS: "contains",
};

export function alternativesOf(filter: QueryFilter | undefined): Alternative[] {
  if (filter?.compositeFilter !== undefined) return alternativesOfComposite(filter.compositeFilter);
  if (filter?.fieldFilter !== undefined) return alternativesOfField(filter.fieldFilter);
  if (filter?.unaryFilter !== undefined) return [termsOfUnary(filter.unaryFilter)];
  return [[]];
}

function alternativesOfComposite({ op, filters = [] }: NonNullable<QueryFilter["compositeFilter"]>): Alternative[] {
  const parts = filters.map(alternativesOf);
  if (op === "OR") return limited(parts.flat());
  let result: Alternative[] = [[]];
  for (const part of parts) result = limited(result.flatMap((head) => part.map((tail) => [...head, ...tail])));
  return result;
}

function alternativesOfField({ field, op = "", value = NULL }: NonNullable<QueryFilter["fieldFilter"]>): Alternative[] {
  const name = field?.fieldPath ?? "";
  const values = "arrayValue" in value ? (value.arrayValue.values ?? []) : [];
  const simple = Object.hasOwn(SIMPLE, op) ? SIMPLE[op] : undefined;
  if (simple !== undefined) return [[{ field: name, op: simple, value }]];
  switch (op) {
    case "IN":
      return limited(values.map((item) => [{ field: name, op: "==", value: item }]));
    case "ARRAY_CONTAINS_ANY":
      return limited(values.map((item) => [{ field: name, op: "contains", value: item }]));
    case "NOT_IN":
      return [values.map((item) => ({ field: name, op: "!=", value: item }))];
    default:
      return [[]];
  }
}

function termsOfUnary({ field, op }: NonNullable<QueryFilter["unaryFilter"]>): Alternative {
  const name = field?.fieldPath ?? "";
  switch (op) {
    case "IS_NULL":
      return [{ field: name, op: "==", value: NULL }];
    case "IS_NAN":
      return [{ field: name, op: "==", value: { doubleValue: "NaN" } }];
    case "IS_NOT_NULL":
      return [{ field: name, op: "!=", value: NULL }];
    default:
      return [{ field: name, op: "exists", value: NULL }];
  }
}

function limited(alternatives: Alternative[]): Alternative[] {
  if (alternatives.length > MAX_ALTERNATIVES) throw new LimitError("the query has too many alternatives");
  return alternatives;
}
