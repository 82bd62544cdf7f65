// Explains why an allow statement did not grant access: the deciding sub-expression, and the result
// of every other one.
import type { Frame } from "../evaluate/environment.ts";
import type { Outcome, Trace } from "../evaluate/trace.ts";
import type { AllowStatement, Expression } from "../syntax/ast.ts";
import { clip, describe } from "./describe.ts";
import type { SourceText } from "./source-text.ts";

const MAX_LINES = 12;

/**
 * An expression that is not itself `&&`, `||` or a call of a declared function, with its result.
 */
interface Atom {
  readonly node: Expression;
  readonly trace: Trace;
  readonly outcome: Outcome;
}

export function explainAllow(allow: AllowStatement, { trace }: Frame, source: SourceText, limit?: string): string {
  const { condition } = allow;
  const head = `line ${source.lineOf(allow.offset)} allow ${allow.methodText}`;
  if (condition === undefined) return head;
  if (limit !== undefined) return `${head}: error  <- ${limit}`;
  const verdict = trace.get(condition)?.error === undefined ? "false" : "error";
  const causes = causesOf(condition, trace)
    .slice(0, 3)
    .map((atom) => explainAtom(atom, source));
  const lines = atomsOf(condition, trace).map((atom) => {
    const result = atom.outcome.error === undefined ? clip(describe(atom.outcome.value ?? null)) : "error";
    return `  line ${source.lineOf(atom.node.offset)} ${result}  ${explainAtom(atom, source)}`;
  });
  const rest = lines.length > MAX_LINES ? [`  and ${lines.length - MAX_LINES} more`] : [];
  // If the condition has only one part, the first line already explains it.
  const details = lines.length > 1 ? [...lines.slice(0, MAX_LINES), ...rest] : [];
  return [`${head}: ${verdict}  <- ${causes.join(" | ")}`, ...details].join("\n");
}

function outcomeOf(node: Expression, trace: Trace): Outcome | undefined {
  return node.kind === "literal" ? { value: node.value } : trace.get(node);
}

/** The atoms that kept the whole expression from being true. */
function causesOf(node: Expression, trace: Trace): Atom[] {
  const outcome = outcomeOf(node, trace);
  if (outcome === undefined) return [];
  if (node.kind === "logical") {
    const isFalse = (side: Expression): boolean => outcomeOf(side, trace)?.value === false;
    if (node.operator === "||") return [...causesOf(node.left, trace), ...causesOf(node.right, trace)];
    if (isFalse(node.left) || !isFalse(node.right)) {
      const left = outcomeOf(node.left, trace);
      return causesOf(left?.value === true ? node.right : node.left, trace);
    }
    return causesOf(node.right, trace);
  }
  const inner = innerOf(node, trace, outcome);
  const causes = inner === undefined ? [] : causesOf(inner.node, inner.trace);
  return causes.length > 0 ? causes : [{ node, trace, outcome }];
}

function atomsOf(node: Expression, trace: Trace): Atom[] {
  const outcome = outcomeOf(node, trace);
  if (outcome === undefined) return [];
  if (node.kind === "logical") return [...atomsOf(node.left, trace), ...atomsOf(node.right, trace)];
  const inner = innerOf(node, trace, outcome);
  const atoms = inner === undefined ? [] : atomsOf(inner.node, inner.trace);
  return atoms.length > 0 ? atoms : [{ node, trace, outcome }];
}

/** Where to look next: the body of a called function, or the branch that was taken. */
function innerOf(node: Expression, trace: Trace, outcome: Outcome): { node: Expression; trace: Trace } | undefined {
  if (outcome.inside !== undefined) return { node: outcome.inside.callee.result, trace: outcome.inside.trace };
  if (node.kind !== "conditional") return undefined;
  const branch = [node.then, node.otherwise].find((side) => trace.has(side));
  return branch && { node: branch, trace };
}

function explainAtom({ node, trace, outcome }: Atom, source: SourceText): string {
  const text = clip(source.textOf(node), 100);
  if (outcome.error !== undefined) return `${text} : ${outcome.error}`;
  const values = describeOperands(node, trace);
  return values === undefined || values === text ? text : `${text} : ${values}`;
}

function describeOperands(node: Expression, trace: Trace): string | undefined {
  const show = (child: Expression): string => describe(outcomeOf(child, trace)?.value ?? null);
  switch (node.kind) {
    case "binary":
      return `${show(node.left)} ${node.operator} ${show(node.right)}`;
    case "is":
      return `${show(node.operand)} is ${node.typeName}`;
    case "unary":
      return `${node.operator}${show(node.operand)}`;
    case "method":
      return trace.has(node.object)
        ? `${show(node.object)}.${node.name}(${node.args.map(show).join(", ")})`
        : undefined;
    case "call":
      return `${node.name}(${node.args.map(show).join(", ")})`;
    default:
      return undefined;
  }
}
