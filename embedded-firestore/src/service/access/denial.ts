// A denied request, with enough detail to fix the rules or the request without a debugger.

import type { Method } from "../../rules/index.ts";

export interface Denial {
  readonly project: string;
  readonly method: Method;
  /** Relative to the root. */
  readonly path: string;
  /** Null: not signed in. Empty: signed in with a token that names no subject. */
  readonly uid: string | null;
  readonly time: string;
  /** The allow statements that were evaluated, and their results. */
  readonly explanation: string;
}

/** One line for a terminal, whose text may be passed on: it does not say who was signed in. */
export function describeDenial({ method, path, uid, explanation }: Denial): string {
  const who = uid === null ? "nobody signed in" : "signed in";
  return `denied: ${method} ${path} (${who}): ${explanation.trim().replaceAll(/\s*\n\s*/g, " | ")}`;
}
