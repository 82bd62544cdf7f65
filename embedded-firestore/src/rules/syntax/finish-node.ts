// Gives an expression its id and its depth, once its parts are parsed.
import type { Expression } from "./ast.ts";
import { childrenOf } from "./ast.ts";
import type { Cursor } from "./cursor.ts";

/** A chain of operators is as deep as it is long. Evaluation stops at 1,000 expressions anyway. */
const MAX_DEPTH = 1200;

type Unfinished = Expression extends infer E ? (E extends Expression ? Omit<E, "id" | "depth"> : never) : never;

export function finishNode(cursor: Cursor, node: Unfinished): Expression {
  const draft = { ...node, id: cursor.nextExpressionId(), depth: 1 } as Expression;
  const depth = 1 + childrenOf(draft).reduce((most, child) => Math.max(most, child.depth), 0);
  if (depth > MAX_DEPTH) cursor.fail("this expression is too long", node.offset);
  return { ...draft, depth };
}
