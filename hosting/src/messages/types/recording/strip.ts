// What everybody in a recorded call is told.

export interface RecordingMessages {
  readonly own: string;
  readonly stop: string;
  readonly stopLong: string;
  /** One or several names, as one phrase. */
  readonly others: (names: string, count: number) => string;
  readonly ended: (names: string, count: number) => string;
  readonly ownStarted: string;
  readonly ownEnded: string;
}
