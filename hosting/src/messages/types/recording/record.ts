// What the person who records is asked.

export interface RecordMessages {
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
}
