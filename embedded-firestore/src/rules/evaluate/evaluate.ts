// Evaluates an expression. Throws a RuleError, which `||` and `&&` may absorb, or a LimitError,
// which nothing absorbs.
import type { Target } from "../check/scope.ts";
import { callMethod, GLOBAL_FUNCTIONS, NAMESPACES } from "../library/index.ts";
import type { Host, LibraryFunction } from "../library/types.ts";
import { expectString, isType, makeInt, refuse } from "../library/types.ts";
import type { Call, Expression, FunctionDeclaration, MapLiteral, MethodCall, Name, Unary } from "../syntax/ast.ts";
import type { RuleValue } from "../values/values.ts";
import { typeOf } from "../values/values.ts";
import { readIndex, readMember, readRange } from "./access.ts";
import type { Environment, Frame } from "./environment.ts";
import { evaluateOnce } from "./local.ts";
import { evaluateLogical, expectBool } from "./logic.ts";
import { MAX_CALL_DEPTH } from "../values/meter.ts";
import { applyBinary } from "./operators.ts";
import { evaluatePath } from "./path-literal.ts";
import { LimitError, RuleError } from "../values/rule-error.ts";
import type { Outcome, Trace } from "./trace.ts";
import { isOfType } from "./type-test.ts";

export function evaluate(node: Expression, frame: Frame, environment: Environment): RuleValue {
  const { counts } = environment;
  increment(counts.expressions, node);
  if (node.kind === "literal") return node.value;
  environment.host.meter.countExpression();
  try {
    const value = compute(node, frame, environment);
    increment(counts.values, node);
    if (typeof value === "boolean") increment(value ? counts.trues : counts.falses, node);
    frame.trace.set(node, { ...frame.trace.get(node), value });
    return value;
  } catch (error) {
    if (error instanceof RuleError) frame.trace.set(node, { ...frame.trace.get(node), error: error.message });
    throw error;
  }
}

function increment(counters: Uint32Array, { id }: Expression): void {
  counters[id] = (counters[id] ?? 0) + 1;
}

function compute(node: Expression, frame: Frame, environment: Environment): RuleValue {
  const { meter } = environment.host;
  const at = (child: Expression): RuleValue => evaluate(child, frame, environment);
  switch (node.kind) {
    case "literal":
      return node.value;
    case "name":
      return readName(node, frame, environment);
    case "member":
      return readMember(at(node.object), node.name);
    case "index":
      return readIndex(at(node.object), at(node.index));
    case "range":
      return readRange(at(node.object), at(node.from), at(node.to), meter);
    case "call":
      return callFunction(node, frame, environment);
    case "method":
      return callOfMethod(node, at, environment);
    case "unary":
      return applyUnary(node, at(node.operand));
    case "binary":
      return applyBinary(node.operator, at(node.left), at(node.right), meter);
    case "logical":
      return evaluateLogical(node, at);
    case "is":
      return isOfType(at(node.operand), node.typeName);
    case "conditional":
      return expectBool(at(node.test)) ? at(node.then) : at(node.otherwise);
    case "list":
      return node.items.map(at);
    case "map":
      return makeMap(node, at);
    case "path":
      return evaluatePath(node, environment.rules.targets, at);
  }
}

function readName(node: Name, frame: Frame, environment: Environment): RuleValue {
  const target = environment.rules.targets.get(node);
  const value = target && valueOf(target, frame, environment);
  if (value === undefined) throw new RuleError(`unknown name '${node.name}'`);
  return value;
}

function valueOf(target: Target, frame: Frame, environment: Environment): RuleValue | undefined {
  switch (target.kind) {
    case "global":
      return environment[target.name];
    case "capture":
      return environment.captures[target.index];
    case "local":
      return frame.locals[target.index]?.();
    case "unbound":
      return undefined;
  }
}

function callFunction(node: Call, frame: Frame, environment: Environment): RuleValue {
  const callee = environment.rules.calls.get(node);
  if (callee !== undefined) return callDeclared(node, callee, frame, environment);
  const found = Object.hasOwn(GLOBAL_FUNCTIONS, node.name) ? GLOBAL_FUNCTIONS[node.name] : undefined;
  return callLibrary(node.name, found, node.args, (arg) => evaluate(arg, frame, environment), environment.host);
}

function callLibrary(
  name: string,
  found: LibraryFunction | undefined,
  args: readonly Expression[],
  at: (child: Expression) => RuleValue,
  host: Host,
): RuleValue {
  if (found === undefined) throw new RuleError(`unknown function '${name}'`);
  checkArity(name, found.arity, args.length);
  return found.call(args.map(at), host);
}

function checkArity(name: string, expected: number, found: number): void {
  if (found !== expected) throw new RuleError(`'${name}' takes ${expected} arguments, not ${found}`);
}

function callDeclared(node: Call, callee: FunctionDeclaration, frame: Frame, environment: Environment): RuleValue {
  checkArity(node.name, callee.parameters.length, node.args.length);
  if (frame.depth >= MAX_CALL_DEPTH) throw new LimitError(`functions call each other more than ${MAX_CALL_DEPTH} deep`);
  const trace: Trace = new Map();
  frame.trace.set(node, { inside: { callee, trace } } satisfies Outcome);
  const locals = node.args.map((arg) => evaluateOnce(() => evaluate(arg, frame, environment)));
  const inner: Frame = { locals, trace, depth: frame.depth + 1 };
  for (const { value } of callee.bindings) locals.push(evaluateOnce(() => evaluate(value, inner, environment)));
  return evaluate(callee.result, inner, environment);
}

function callOfMethod(node: MethodCall, at: (child: Expression) => RuleValue, environment: Environment): RuleValue {
  if (!environment.rules.namespaceCalls.has(node)) {
    const self = at(node.object);
    return callMethod(self, node.name, node.args.map(at), environment.host.meter);
  }
  const functions = (node.object.kind === "name" && NAMESPACES[node.object.name]) || {};
  const found = Object.hasOwn(functions, node.name) ? functions[node.name] : undefined;
  return callLibrary(node.name, found, node.args, at, environment.host);
}

function applyUnary(node: Unary, value: RuleValue): RuleValue {
  if (node.operator === "!") return !expectBool(value);
  if (typeof value === "bigint") return makeInt(-value);
  if (typeof value === "number") return -value;
  if (isType(value, "duration")) return { type: "duration", nanos: -value.nanos };
  return refuse("number", value);
}

function makeMap(node: MapLiteral, at: (child: Expression) => RuleValue): RuleValue {
  const map = new Map<string, RuleValue>();
  for (const { key, value } of node.entries) {
    const name = expectString(at(key));
    if (map.has(name)) throw new RuleError(`the key '${name}' stands twice in ${typeOf(map)}`);
    map.set(name, at(value));
  }
  return map;
}
