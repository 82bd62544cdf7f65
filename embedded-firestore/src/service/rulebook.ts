// The rules in force: one set for all projects, replaced for a single project when a test tool says so. Without rules
// everybody but the administrator is denied.

import { FirestoreError } from "../engine/index.ts";
import { compileRules, RulesSyntaxError, type Ruleset } from "../rules/index.ts";

export interface Rulebook {
  /** Throws INVALID_ARGUMENT with line and column when the source is faulty; the old rules stay. */
  setRules(source: string, project?: string): void;
  rulesetOf(project: string): Ruleset | undefined;
}

export function createRulebook(source?: string): Rulebook {
  let shared = source === undefined ? undefined : compile(source);
  const ofProjects = new Map<string, Ruleset>();
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
    rulesetOf: (project) => ofProjects.get(project) ?? shared,
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
