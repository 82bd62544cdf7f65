// The texts of recording a call: what the person is asked, what everybody is told, and what becomes
// of the file.

export interface RecordingMessages {
  readonly record: string;
  readonly unsupported: string;
  readonly heading: string;
  readonly what: string;
  readonly told: string;
  readonly where: string;
  readonly start: string;
  readonly starting: string;
  readonly cancel: string;
  readonly noRoom: string;
  readonly failed: string;
  readonly own: string;
  readonly stop: string;
  readonly stopLong: string;
  /** One or several names, as one phrase. */
  readonly others: (names: string, count: number) => string;
  readonly ended: (names: string, count: number) => string;
  readonly ownStarted: string;
  readonly ownEnded: string;
  readonly kept: {
    readonly region: string;
    readonly ready: string;
    readonly unsaved: (when: string) => string;
    readonly diskFull: string;
    readonly writeFailed: string;
    readonly where: (size: string) => string;
    readonly save: string;
    readonly saving: string;
    readonly saved: string;
    readonly notSaved: string;
    readonly handedOver: string;
    readonly remove: string;
    readonly removeForGood: string;
    readonly removed: string;
    readonly later: string;
  };
}
