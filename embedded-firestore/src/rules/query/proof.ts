// What one alternative of a query proves about every document it returns: known values, facts, and
// sometimes the document's name.
import { isDocumentName, parseFieldPath } from "../../engine/index.ts";
import { fromValue } from "../values/from-document.ts";
import type { Fact, PartialMap, Path, RuleValue } from "../values/values.ts";
import type { Alternative, Term } from "./alternatives.ts";

export interface Proof {
  readonly data: PartialMap;
  /** The document itself, if the filter compares `__name__` with `==`. */
  readonly name: Path | undefined;
}

interface Branch {
  value?: RuleValue;
  readonly facts: Fact[];
  readonly children: Map<string, Branch>;
}

/** `orders`: the fields that the query sorts by. Every document it returns has them. */
export function prove(alternative: Alternative, orders: readonly string[]): Proof {
  const root = createBranch();
  let name: Path | undefined;
  for (const term of alternative) {
    const path = parseFieldPath(term.field);
    if (!isDocumentName(path)) addTerm(reach(root, path), term);
    else if (term.op === "==" && "referenceValue" in term.value) name = fromValue(term.value) as Path;
  }
  for (const field of orders) {
    const path = parseFieldPath(field);
    if (!isDocumentName(path)) reach(root, path);
  }
  return { data: toPartial(root, "resource.data"), name };
}

function createBranch(): Branch {
  return { facts: [], children: new Map() };
}

function reach(root: Branch, path: readonly string[]): Branch {
  let branch = root;
  for (const segment of path) {
    const next = branch.children.get(segment) ?? createBranch();
    branch.children.set(segment, next);
    branch = next;
  }
  return branch;
}

function addTerm(branch: Branch, { op, value }: Term): void {
  if (op === "exists") return;
  if (op === "==") branch.value = fromValue(value);
  else branch.facts.push({ op, value: fromValue(value) });
}

function toPartial({ children }: Branch, subject: string): PartialMap {
  const fields = new Map([...children].map(([name, child]) => [name, toValue(child, `${subject}.${name}`)]));
  return { type: "partial", subject, fields };
}

function toValue(branch: Branch, subject: string): RuleValue {
  if (branch.value !== undefined) return branch.value;
  if (branch.children.size > 0) return toPartial(branch, subject);
  return { type: "unknown", subject, facts: branch.facts };
}
