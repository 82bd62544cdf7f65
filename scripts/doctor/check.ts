// One thing that is looked at, and on what that depends.
import type { Doctor } from "./doctor.ts";
import type { Finding } from "./finding.ts";

export interface Check {
  readonly id: string;
  readonly what: string;
  /** Without these being well, nothing can be asked: `{id}` or `{id}/{part}`. */
  readonly needs?: readonly string[];
  /** A failure of one of these would be the cause of a failure here. */
  readonly explainedBy?: readonly string[];
  run(doctor: Doctor): Promise<Finding> | Finding;
}
