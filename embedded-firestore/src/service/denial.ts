// What is told about a request that the rules refused: enough to mend the rules or the request without a debugger.

import type { Method } from "../rules/index.ts";

export interface Denial {
  readonly project: string;
  readonly method: Method;
  /** Relative to the database's documents. */
  readonly path: string;
  /** Null: nobody was signed in. */
  readonly uid: string | null;
  readonly time: string;
  /** Which allow lines were tried, and what each evaluated to. */
  readonly explanation: string;
}

/** One line for a terminal. */
export function describeDenial({ method, path, uid, explanation }: Denial): string {
  const who = uid === null ? "nobody signed in" : `uid ${uid}`;
  return `denied: ${method} ${path} (${who}): ${explanation.trim().replaceAll(/\s*\n\s*/g, " | ")}`;
}
