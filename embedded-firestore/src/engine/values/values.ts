// Values in ProtoJSON, the JSON form of google.firestore.v1. Transports decode to this form, the
// engine stores and compares it, and the rules read it. A Value has exactly one key.

export type Value =
  | { nullValue: null }
  | { booleanValue: boolean }
  | { integerValue: string }
  | { doubleValue: number | "NaN" | "Infinity" | "-Infinity" | "-0" }
  | { timestampValue: string }
  | { stringValue: string }
  | { bytesValue: string }
  | { referenceValue: string }
  | { geoPointValue: { latitude?: number; longitude?: number } }
  | { arrayValue: { values?: Value[] } }
  | { mapValue: { fields?: Fields } };

export type Fields = Record<string, Value>;

/**
 * A stored document. Times are RFC 3339 in UTC with microseconds, so that the strings sort in order
 * of time.
 */
export interface Document {
  /** `projects/{p}/databases/{d}/documents/{path}` */
  readonly name: string;
  readonly fields: Fields;
  readonly createTime: string;
  readonly updateTime: string;
}
