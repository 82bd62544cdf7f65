// A check: one command that passes or fails, alone or beside others.

export interface Check {
  /** The NAME in `npm test -- NAME`. */
  readonly name: string;
  /** A script of a package in node_modules or of this folder, run by this Node. */
  readonly command: readonly [script: string, ...args: string[]];
  /** Where it runs, relative to the root. */
  readonly folder?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Mocha runs it. Its tests are counted, and a run without tests fails. */
  readonly isMocha?: boolean;
  /** Nothing may run beside it. */
  readonly isAlone?: boolean;
}

export interface Failing {
  readonly title: string;
  /** The command that runs this test alone, from the root. */
  readonly rerun: string;
}

export interface Outcome {
  readonly check: Check;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly seconds: number;
  /** CPU time of this check and of all that it started. Null where the system reports none. */
  readonly processorSeconds: number | null;
  readonly failing: readonly Failing[];
}
