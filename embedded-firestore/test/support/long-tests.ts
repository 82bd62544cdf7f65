// `npm run test:long` sets LONG_TESTS=1. Long tests then run in full, otherwise as a sample.

export const isLongRun = process.env["LONG_TESTS"] === "1";

/** The number of runs of a property test. */
export function runsOf(full: number): number {
  return isLongRun ? full : Math.ceil(full / 4);
}
