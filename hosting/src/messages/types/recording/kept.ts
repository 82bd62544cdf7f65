// What becomes of the file of a recording.

export interface KeptMessages {
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
}
