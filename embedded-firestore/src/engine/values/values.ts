// The engine's inner form is ProtoJSON, exactly as google.firestore.v1 maps to JSON: what a transport decodes is what is
// stored, compared and shown to the rules. Exactly one key is present in a Value.

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

/** A stored document. Times are RFC 3339 in UTC with microseconds, so that they sort as strings do. */
export interface Document {
  /** `projects/{p}/databases/{d}/documents/{path}` */
  readonly name: string;
  readonly fields: Fields;
  readonly createTime: string;
  readonly updateTime: string;
}
