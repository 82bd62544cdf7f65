// The rules in force: one set for all projects, replaced for a single project when a test tool says so. Without rules
// everybody but the administrator is denied.

import { FirestoreError } from "../engine/index.ts";
import { compileRules, RulesSyntaxError, type CoverageGap, type Ruleset } from "../rules/index.ts";

export interface Rulebook {
  /** Throws INVALID_ARGUMENT with line and column when the source is faulty; the old rules stay. */
  setRules(source: string, project?: string): void;
  rulesetOf(project: string): Ruleset | undefined;
  /** What no request has tried of the rules of one project, or of those shared by all. */
  gaps(project?: string): CoverageGap[];
}

export function createRulebook(source?: string): Rulebook {
  let shared = source === undefined ? undefined : compile(source);
  const ofProjects = new Map<string, Ruleset>();
  const rulesetOf = (project: string): Ruleset | undefined => ofProjects.get(project) ?? shared;
  return {
    setRules(newSource, project) {
      const ruleset = compile(newSource);
      if (project !== undefined) {
        ofProjects.set(project, ruleset);
        return;
      }
      shared = ruleset;
      ofProjects.clear();
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
