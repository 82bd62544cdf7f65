// A check: one command that passes or fails, alone or beside others.

export interface Check {
  /** As `npm test -- NAME` takes it. */
  readonly name: string;
  /** A script of a package in node_modules or of this folder, run by this Node. */
  readonly command: readonly [script: string, ...args: string[]];
  /** Where it runs, from the root. */
  readonly folder?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Mocha runs it: its tests are counted, and a run without a test fails. */
  readonly isMocha?: boolean;
  /** Nothing may run beside it. */
  readonly isAlone?: boolean;
}

export interface Failing {
  readonly title: string;
  /** Runs this test alone, from the root. */
  readonly rerun: string;
}

export interface Outcome {
  readonly check: Check;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly seconds: number;
  /** Of this check and all that it started; null where the system does not tell. */
  readonly processorSeconds: number | null;
  readonly failing: readonly Failing[];
}
