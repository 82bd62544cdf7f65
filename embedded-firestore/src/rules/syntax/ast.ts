// The syntax tree. `offset` and `end` delimit the source of a node. `id` numbers the expressions in
// the order they were parsed.
import type { RuleValue } from "../values/values.ts";

export type Method = "get" | "list" | "create" | "update" | "delete";

interface Node {
  readonly offset: number;
  readonly end: number;
}

interface ExpressionNode extends Node {
  readonly id: number;
  /** The nesting depth of the expression, to enforce the limit. */
  readonly depth: number;
}

export type LogicalOperator = "&&" | "||";
export type BinaryOperator = "==" | "!=" | "<" | "<=" | ">" | ">=" | "in" | "+" | "-" | "*" | "/" | "%";

export interface Literal extends ExpressionNode {
  readonly kind: "literal";
  readonly value: RuleValue;
}
export interface Name extends ExpressionNode {
  readonly kind: "name";
  readonly name: string;
}
export interface Member extends ExpressionNode {
  readonly kind: "member";
  readonly object: Expression;
  readonly name: string;
}
export interface Index extends ExpressionNode {
  readonly kind: "index";
  readonly object: Expression;
  readonly index: Expression;
}
export interface Range extends ExpressionNode {
  readonly kind: "range";
  readonly object: Expression;
  readonly from: Expression;
  readonly to: Expression;
}
export interface Call extends ExpressionNode {
  readonly kind: "call";
  readonly name: string;
  readonly args: readonly Expression[];
}
export interface MethodCall extends ExpressionNode {
  readonly kind: "method";
  readonly object: Expression;
  readonly name: string;
  readonly nameOffset: number;
  readonly args: readonly Expression[];
}
export interface Unary extends ExpressionNode {
  readonly kind: "unary";
  readonly operator: "!" | "-";
  readonly operand: Expression;
}
export interface Binary extends ExpressionNode {
  readonly kind: "binary";
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}
export interface Logical extends ExpressionNode {
  readonly kind: "logical";
  readonly operator: LogicalOperator;
  readonly left: Expression;
  readonly right: Expression;
}
export interface TypeTest extends ExpressionNode {
  readonly kind: "is";
  readonly operand: Expression;
  readonly typeName: string;
  readonly typeOffset: number;
}
export interface Conditional extends ExpressionNode {
  readonly kind: "conditional";
  readonly test: Expression;
  readonly then: Expression;
  readonly otherwise: Expression;
}
export interface ListLiteral extends ExpressionNode {
  readonly kind: "list";
  readonly items: readonly Expression[];
}
export interface MapLiteral extends ExpressionNode {
  readonly kind: "map";
  readonly entries: readonly { readonly key: Expression; readonly value: Expression }[];
}
export interface PathLiteral extends ExpressionNode {
  readonly kind: "path";
  readonly segments: readonly (string | Expression)[];
}

export type Expression =
  | Literal
  | Name
  | Member
  | Index
  | Range
  | Call
  | MethodCall
  | Unary
  | Binary
  | Logical
  | TypeTest
  | Conditional
  | ListLiteral
  | MapLiteral
  | PathLiteral;

export interface FunctionDeclaration extends Node {
  readonly kind: "function";
  readonly name: string;
  readonly parameters: readonly { readonly name: string; readonly offset: number }[];
  readonly bindings: readonly { readonly name: string; readonly offset: number; readonly value: Expression }[];
  readonly result: Expression;
}

export interface AllowStatement extends Node {
  readonly kind: "allow";
  readonly methods: ReadonlySet<Method>;
  /** As written: `read, create`. */
  readonly methodText: string;
  readonly condition: Expression | undefined;
}

export type PatternSegment =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "capture"; readonly name: string; readonly isRecursive: boolean; readonly offset: number };

/** A `match` block. The service itself is a block with an empty pattern. */
export interface MatchBlock extends Node {
  readonly kind: "match";
  readonly pattern: readonly PatternSegment[];
  readonly functions: readonly FunctionDeclaration[];
  readonly allows: readonly AllowStatement[];
  readonly blocks: readonly MatchBlock[];
}

export interface RulesFile {
  readonly version: "1" | "2";
  readonly root: MatchBlock;
  readonly expressionCount: number;
}

/** The direct subexpressions. */
export function childrenOf(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case "literal":
    case "name":
      return [];
    case "member":
      return [node.object];
    case "index":
      return [node.object, node.index];
    case "range":
      return [node.object, node.from, node.to];
    case "call":
      return node.args;
    case "method":
      return [node.object, ...node.args];
    case "unary":
    case "is":
      return [node.operand];
    case "binary":
    case "logical":
      return [node.left, node.right];
    case "conditional":
      return [node.test, node.then, node.otherwise];
    case "list":
      return node.items;
    case "map":
      return node.entries.flatMap(({ key, value }) => [key, value]);
    case "path":
      return node.segments.filter((segment) => typeof segment !== "string");
  }
}
