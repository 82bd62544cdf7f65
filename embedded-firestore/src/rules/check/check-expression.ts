// Resolves the names and calls in an expression. Warns of those that can only fail: unknown names,
// functions, methods and types, and wrong numbers of arguments. Evaluating one is an error.
import { GLOBAL_FUNCTIONS, METHOD_ARITIES, NAMESPACES, TYPE_TESTS } from "../library/index.ts";
import type { Call, Expression, FunctionDeclaration, MethodCall, Name, PathLiteral } from "../syntax/ast.ts";
import { childrenOf } from "../syntax/ast.ts";
import type { FunctionCall } from "./check-recursion.ts";
import type { Scope, Target } from "./scope.ts";
import { suggest } from "./scope.ts";

type Warn = (reason: string, offset: number) => void;

export interface ExpressionCheck {
  readonly targets: Map<Name, Target>;
  readonly calls: Map<Call, FunctionDeclaration>;
  readonly namespaceCalls: Set<MethodCall>;
  readonly calledBy: Map<FunctionDeclaration, FunctionCall[]>;
  check(node: Expression, scope: Scope, caller?: FunctionDeclaration): void;
}

export function createExpressionCheck(warn: Warn): ExpressionCheck {
  const targets = new Map<Name, Target>();
  const calls = new Map<Call, FunctionDeclaration>();
  const namespaceCalls = new Set<MethodCall>();
  const calledBy = new Map<FunctionDeclaration, FunctionCall[]>();

  function check(node: Expression, scope: Scope, caller?: FunctionDeclaration): void {
    if (node.kind === "name") return resolve(node, scope);
    if (node.kind === "call") checkCall(node, scope, caller);
    if (node.kind === "is" && !TYPE_TESTS.has(node.typeName)) {
      warn(`unknown type '${node.typeName}'${suggest(node.typeName, TYPE_TESTS)}`, node.typeOffset);
    }
    if (node.kind === "method") {
      if (isNamespaceCall(node, scope)) {
        checkNamespaceCall(node, warn);
        namespaceCalls.add(node);
        for (const arg of node.args) check(arg, scope, caller);
        return;
      }
      checkMethod(node, warn);
      if (node.name === "bind" && node.object.kind === "path") return checkBind(node, node.object, scope, caller);
    }
    for (const child of childrenOf(node)) check(child, scope, caller);
  }

  function resolve(node: Name, scope: Scope): void {
    const target = scope.targets.get(node.name);
    if (target !== undefined) {
      targets.set(node, target);
      return;
    }
    warn(describeUnknown(node.name, scope), node.offset);
  }

  function checkCall(node: Call, scope: Scope, caller: FunctionDeclaration | undefined): void {
    const callee = scope.functions.get(node.name);
    const global = Object.hasOwn(GLOBAL_FUNCTIONS, node.name) ? GLOBAL_FUNCTIONS[node.name] : undefined;
    if (callee === undefined && global === undefined) {
      const known = [...scope.functions.keys(), ...Object.keys(GLOBAL_FUNCTIONS)];
      return warn(`unknown function '${node.name}'${suggest(node.name, known)}`, node.offset);
    }
    const arity = callee?.parameters.length ?? global?.arity ?? 0;
    if (node.args.length !== arity) warn(describeArity(node.name, arity, node.args.length), node.offset);
    if (callee === undefined) return;
    calls.set(node, callee);
    if (caller === undefined) return;
    const list = calledBy.get(caller) ?? [];
    list.push({ callee, offset: node.offset });
    calledBy.set(caller, list);
  }

  /** `(/a/$(x)).bind({"x": ...})`: an undeclared simple name is left for `bind`. */
  function checkBind(node: MethodCall, path: PathLiteral, scope: Scope, caller: FunctionDeclaration | undefined): void {
    for (const segment of path.segments) {
      if (typeof segment === "string") continue;
      if (segment.kind === "name" && !scope.targets.has(segment.name)) targets.set(segment, { kind: "unbound" });
      else check(segment, scope, caller);
    }
    for (const arg of node.args) check(arg, scope, caller);
  }

  return { targets, calls, namespaceCalls, calledBy, check };
}

function describeUnknown(name: string, scope: Scope): string {
  if (scope.functions.has(name)) return `'${name}' is a function: call it with ()`;
  if (Object.hasOwn(NAMESPACES, name)) return `'${name}' is a namespace, not a value`;
  return `unknown name '${name}'${suggest(name, scope.targets.keys())}`;
}

function isNamespaceCall(node: MethodCall, scope: Scope): boolean {
  return (
    node.object.kind === "name" && Object.hasOwn(NAMESPACES, node.object.name) && !scope.targets.has(node.object.name)
  );
}

function checkNamespaceCall(node: MethodCall, warn: Warn): void {
  const namespace = node.object.kind === "name" ? node.object.name : "";
  const functions = NAMESPACES[namespace] ?? {};
  const found = Object.hasOwn(functions, node.name) ? functions[node.name] : undefined;
  const name = `${namespace}.${node.name}`;
  if (found === undefined)
    return warn(`unknown function '${name}'${suggest(node.name, Object.keys(functions))}`, node.nameOffset);
  if (node.args.length !== found.arity) warn(describeArity(name, found.arity, node.args.length), node.nameOffset);
}

function checkMethod(node: MethodCall, warn: Warn): void {
  const arities = METHOD_ARITIES.get(node.name);
  if (arities === undefined) {
    return warn(`no type has a method '${node.name}'${suggest(node.name, METHOD_ARITIES.keys())}`, node.nameOffset);
  }
  if (!arities.has(node.args.length))
    warn(describeArity(node.name, [...arities].join(" or "), node.args.length), node.nameOffset);
}

function describeArity(name: string, expected: number | string, found: number): string {
  return `'${name}' takes ${expected} argument${expected === 1 ? "" : "s"}, not ${found}`;
}
