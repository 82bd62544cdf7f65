// Syntax tree -> checked rules. Rejects what has no meaning: duplicate names, recursion, impossible
// patterns. Warns of what can only fail when it is evaluated.
import type { FunctionDeclaration, MatchBlock, PatternSegment, RulesFile } from "../syntax/ast.ts";
import { RulesSyntaxError } from "../syntax/rules-syntax-error.ts";
import { createExpressionCheck } from "./check-expression.ts";
import { checkPattern } from "./check-pattern.ts";
import { refuseRecursion } from "./check-recursion.ts";
import type { CheckedRules, Rule } from "./checked-rules.ts";
import type { RulesWarning } from "./rules-warning.ts";
import type { Scope, Target } from "./scope.ts";
import { GLOBAL_SCOPE, withTargets } from "./scope.ts";

export function check(file: RulesFile, source: string): CheckedRules {
  const fail = (reason: string, offset: number): never => {
    throw new RulesSyntaxError(reason, source, offset);
  };
  const warnings: RulesWarning[] = [];
  const expressions = createExpressionCheck((reason, offset) => {
    const { line, column } = new RulesSyntaxError(reason, source, offset);
    warnings.push({ line, column, message: reason });
  });
  const rules: Rule[] = [];
  const functions: FunctionDeclaration[] = [];

  function checkBlock(block: MatchBlock, outer: Scope, prefix: readonly PatternSegment[]): void {
    const pattern = [...prefix, ...block.pattern];
    checkPattern(pattern, block, file.version, fail);
    const scope = declareFunctions(block, withTargets(outer, captureTargets(pattern)), fail);
    for (const declaration of block.functions) checkFunction(declaration, scope);
    for (const { condition } of block.allows) if (condition !== undefined) expressions.check(condition, scope);
    if (block.allows.length > 0) rules.push({ pattern, allows: block.allows });
    for (const inner of block.blocks) checkBlock(inner, scope, pattern);
  }

  function checkFunction(declaration: FunctionDeclaration, scope: Scope): void {
    functions.push(declaration);
    const locals = new Map<string, Target>();
    const declare = (name: string, offset: number): void => {
      if (locals.has(name)) fail(`'${name}' is declared twice in this function`, offset);
      locals.set(name, { kind: "local", index: locals.size });
    };
    for (const { name, offset } of declaration.parameters) declare(name, offset);
    for (const { name, offset, value } of declaration.bindings) {
      expressions.check(value, withTargets(scope, locals), declaration);
      declare(name, offset);
    }
    expressions.check(declaration.result, withTargets(scope, locals), declaration);
  }

  checkBlock(file.root, GLOBAL_SCOPE, []);
  refuseRecursion(functions, expressions.calledBy, fail);
  const { targets, calls, namespaceCalls } = expressions;
  warnings.sort((a, b) => a.line - b.line || a.column - b.column);
  return { file, source, rules, functions, targets, calls, namespaceCalls, warnings };
}

function captureTargets(pattern: readonly PatternSegment[]): (readonly [string, Target])[] {
  const captures = pattern.filter((segment) => segment.kind === "capture");
  return captures.map(({ name }, index) => [name, { kind: "capture", index }] as const);
}

function declareFunctions(block: MatchBlock, scope: Scope, fail: (reason: string, offset: number) => never): Scope {
  const own = new Map<string, FunctionDeclaration>();
  for (const declaration of block.functions) {
    const { name, offset } = declaration;
    if (own.has(name)) fail(`the function '${name}' is declared twice`, offset);
    own.set(name, declaration);
  }
  return { ...scope, functions: new Map([...scope.functions, ...own]) };
}
