// The rules in force. All projects share one ruleset, but test tools can set one for a single
// project. Without rules, only the administrator has access.

import { FirestoreError } from "../../engine/index.ts";
import {
  compileRules,
  RulesSyntaxError,
  type CoverageGap,
  type Ruleset,
  type RulesWarning,
} from "../../rules/index.ts";

export interface ProjectRules {
  /**
   * Throws INVALID_ARGUMENT with line and column if the source is invalid. The old rules then stay
   * in force. Returns the warnings of the new rules.
   */
  setRules(source: string, project?: string): readonly RulesWarning[];
  rulesetOf(project: string): Ruleset | undefined;
  /** The parts that no request has exercised: of one project's rules, or of the shared rules. */
  gaps(project?: string): CoverageGap[];
}

export function createProjectRules(source?: string): ProjectRules {
  let shared = source === undefined ? undefined : compile(source);
  const ofProjects = new Map<string, Ruleset>();
  const rulesetOf = (project: string): Ruleset | undefined => ofProjects.get(project) ?? shared;
  return {
    setRules(newSource, project) {
      const ruleset = compile(newSource);
      if (project === undefined) {
        shared = ruleset;
        ofProjects.clear();
      } else ofProjects.set(project, ruleset);
      return ruleset.warnings;
    },
    rulesetOf,
    gaps: (project) => (project === undefined ? shared : rulesetOf(project))?.gaps() ?? [],
  };
}

function compile(source: string): Ruleset {
  try {
    return compileRules(source);
  } catch (error) {
    if (error instanceof RulesSyntaxError) throw new FirestoreError("INVALID_ARGUMENT", error.message);
    throw error;
  }
}
