// The log lines of the functions that a schedule starts. Alerts read them: docs/operations.md.
import * as logger from "firebase-functions/logger";
import { describeError } from "./describe-error.ts";

export interface Swept {
  readonly rooms: number;
  readonly users: number;
  readonly left: number;
  readonly errors: readonly unknown[];
}

export function logSweep({ rooms, users, left, errors }: Swept): void {
  logger.info("Swept", { event: "sweep", rooms, users, failed: errors.length, left });
  for (const error of errors) {
    const message = "A room could not be swept";
    logger.write({ severity: "ERROR", message, event: "failure", function: "sweep", ...describeError(error) });
  }
}

export interface SelfChecked {
  readonly failure?: { readonly step: string; readonly reason: string };
  readonly steps: Readonly<Record<string, number>>;
}

export function logSelfCheck({ failure, steps }: SelfChecked): void {
  const ms = Object.values(steps).reduce((sum, step) => sum + step, 0);
  logger.write({
    severity: failure ? "ERROR" : "INFO",
    message: failure ? `Self-check failed: ${failure.step}` : "Self-check passed",
    event: "selfCheck",
    ...failure,
    ms,
    steps,
  });
}
