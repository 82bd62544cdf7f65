// `/users/$(request.auth.uid)`: text and values become segments. A path inside a path adds all its
// segments.
import type { Target } from "../check/scope.ts";
import { stringOf } from "../library/convert.ts";
import { makeSegment } from "../library/path.ts";
import { isType } from "../library/types.ts";
import type { Expression, Name, PathLiteral } from "../syntax/ast.ts";
import type { Path, RuleValue } from "../values/values.ts";
import { RuleError } from "../values/rule-error.ts";

export function evaluatePath(
  node: PathLiteral,
  targets: ReadonlyMap<Name, Target>,
  at: (child: Expression) => RuleValue,
): Path {
  const segments: Path["segments"][number][] = [];
  for (const part of node.segments) {
    if (typeof part === "string") segments.push(part);
    else if (part.kind === "name" && targets.get(part)?.kind === "unbound") segments.push({ variable: part.name });
    else segments.push(...segmentsOf(at(part)));
  }
  return { type: "path", segments };
}

function segmentsOf(value: RuleValue): Path["segments"] {
  if (isType(value, "path")) return value.segments;
  if (typeof value === "string" || typeof value === "bigint") return [makeSegment(stringOf(value))];
  if (isType(value, "unknown")) throw new RuleError(`the query does not prove ${value.subject}`);
  throw new RuleError("a path segment is a string");
}
