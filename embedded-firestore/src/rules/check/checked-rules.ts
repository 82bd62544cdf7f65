// The result of the check: match blocks flattened to full patterns, with every known name and call
// resolved.
import type {
  AllowStatement,
  Call,
  FunctionDeclaration,
  MethodCall,
  Name,
  PatternSegment,
  RulesFile,
} from "../syntax/ast.ts";
import type { RulesWarning } from "./rules-warning.ts";
import type { Target } from "./scope.ts";

/** The allow statements of one match block, with its full pattern from the root of the service. */
export interface Rule {
  readonly pattern: readonly PatternSegment[];
  readonly allows: readonly AllowStatement[];
}

export interface CheckedRules {
  readonly file: RulesFile;
  readonly source: string;
  readonly rules: readonly Rule[];
  readonly functions: readonly FunctionDeclaration[];
  /** A name that is missing here is unknown. */
  readonly targets: ReadonlyMap<Name, Target>;
  /** Calls of functions that the file declares. All other calls go to the library. */
  readonly calls: ReadonlyMap<Call, FunctionDeclaration>;
  /** Method calls that are functions of a namespace: `math.abs(x)`. */
  readonly namespaceCalls: ReadonlySet<MethodCall>;
  /** In source order. */
  readonly warnings: readonly RulesWarning[];
}
