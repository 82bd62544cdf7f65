// An instant as Firestore stores it, to the microsecond.

export class Timestamp {
  /** RFC 3339. */
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  static fromMillis(ms: number): Timestamp {
    return new Timestamp(new Date(ms).toISOString());
  }

  toMillis(): number {
    return Date.parse(this.text);
  }
}
