// Values for fields: one or more of each type in Firestore, and values on both sides of a limit.
import {
  Bytes,
  deleteField,
  doc,
  GeoPoint,
  increment,
  arrayRemove,
  arrayUnion,
  serverTimestamp,
  Timestamp,
} from "firebase/firestore";
import type { Self } from "./self.ts";
import { inMinutes } from "../scenes.ts";

export interface Value {
  readonly is: string;
  readonly of: (self: Self) => unknown;
}

export const value = (is: string, of: Value["of"]): Value => ({ is, of });

const samples = {
  null: [value("null", () => null)],
  bool: [value("true", () => true), value("false", () => false)],
  number: [
    value("0", () => 0),
    value("1", () => 1),
    value("a fraction", () => 0.5),
    value("NaN", () => NaN),
    value("infinity", () => Infinity),
    value("milliseconds", () => Date.now() + 60_000),
  ],
  string: [
    value("an empty string", () => ""),
    value("the string true", () => "true"),
    value("a time as a string", () => new Date(Date.now() + 60_000).toISOString()),
  ],
  timestamp: [value("a timestamp", () => inMinutes(1))],
  bytes: [value("bytes", () => Bytes.fromUint8Array(new Uint8Array([116, 114, 117, 101])))],
  geopoint: [value("a geopoint", () => new GeoPoint(1, 1))],
  reference: [value("a reference", ({ firestore, participant }) => doc(firestore, "users", participant))],
  list: [value("an empty list", () => []), value("a list", () => [true, "text", inMinutes(1)])],
  map: [
    value("an empty map", () => ({})),
    value("a map", () => ({ seconds: 1, nanoseconds: 0 })),
    value("a nested map", () => ({ audio: { audio: { audio: true } } })),
  ],
} satisfies Record<string, readonly Value[]>;

export type TypeName = keyof typeof samples;

/** Samples of every other type. */
export function ofOtherTypesThan(...types: readonly TypeName[]): Value[] {
  return Object.entries(samples).flatMap(([type, values]) => (types.includes(type as TypeName) ? [] : values));
}

/** Changes that the database computes, and the deletion of the field. */
export const computed = {
  removed: value("deleted", () => deleteField()),
  now: value("the server timestamp", () => serverTimestamp()),
  incremented: value("incremented", () => increment(1)),
  joined: value("a list with themselves added", ({ participant }) => arrayUnion(participant)),
  emptied: value("a list with themselves removed", ({ participant }) => arrayRemove(participant)),
} as const;

export const epoch = value("1970", () => Timestamp.fromMillis(0));
export const endOfTime = value("the year 9999", () => Timestamp.fromMillis(253_402_300_799_000));

export function minutesFromNow(...minutes: readonly number[]): Value[] {
  return minutes.map((count) => value(`${count} minutes from now`, () => inMinutes(count)));
}

export function stringsOf(...lengths: readonly number[]): Value[] {
  return lengths.map((length) => value(`a string of ${length} characters`, () => "n".repeat(length)));
}
