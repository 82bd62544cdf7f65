// The documents that a request affects. For `list`: any document that one alternative of the query
// can return.
import type { RulesRequest } from "./request.ts";
import { alternativesOf } from "../query/alternatives.ts";
import { prove } from "../query/proof.ts";
import { fromDocument } from "../values/from-document.ts";
import type { RuleValue } from "../values/values.ts";
import type { SubjectSegment } from "./match-path.ts";

export interface Subject {
  /** Starts with `databases`. */
  readonly path: readonly SubjectSegment[];
  readonly resource: RuleValue;
}

const OPEN: SubjectSegment = { open: "one" };

/** All of them must be allowed. */
export function subjectsOf(request: RulesRequest): Subject[] {
  const root = ["databases", request.database, "documents"];
  if (request.method !== "list") {
    const path = [...root, ...request.path.split("/")];
    return [{ path, resource: request.resource ? fromDocument(request.resource) : null }];
  }
  const { where, orderBy = [] } = request.query ?? {};
  const open = [...root, ...listedPath(request)];
  const orders = orderBy.map(({ field }) => field?.fieldPath ?? "__name__");
  return alternativesOf(where).map((alternative) => {
    const { data, name } = prove(alternative, orders);
    const path = name === undefined ? open : (name.segments as string[]);
    return { path, resource: listedResource(data, path) };
  });
}

function listedPath({ path, query }: RulesRequest): SubjectSegment[] {
  const segments = path === "" ? [] : path.split("/");
  // With an odd number of segments, the last one is a collection id. Otherwise the request is for
  // every collection below the document.
  const isAnyCollection = segments.length % 2 === 0;
  const parent = isAnyCollection ? segments : segments.slice(0, -1);
  const collection = isAnyCollection ? OPEN : (segments.at(-1) ?? "");
  const isGroup = query?.from?.[0]?.allDescendants === true;
  return [...parent, ...(isGroup ? [{ open: "many" } as const] : []), collection, OPEN];
}

function listedResource(data: RuleValue, path: readonly SubjectSegment[]): RuleValue {
  const id = path.at(-1);
  const isKnown = path.every((part) => typeof part === "string");
  const unknown = (subject: string): RuleValue => ({ type: "unknown", subject, facts: [] });
  return new Map<string, RuleValue>([
    ["data", data],
    ["id", isKnown && typeof id === "string" ? id : unknown("resource.id")],
    ["__name__", isKnown ? { type: "path", segments: path } : unknown("resource.__name__")],
  ]);
}
