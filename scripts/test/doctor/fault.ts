// One thing that is wrong with a project, and what the doctor has to say of it.
import type { addresses, Answer } from "./google-answers.ts";
import type { Visit } from "./visit.ts";

export interface Fault {
  readonly title: string;
  /** Of what Google answers. */
  readonly answers?: Partial<Record<keyof typeof addresses, Answer | "silence">>;
  readonly visit?: Visit;
  /** `check: mark code`, and nothing else. */
  readonly fault: string;
  /** A part of the cure. */
  readonly cure: string;
}
