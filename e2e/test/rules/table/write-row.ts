// A row of the third part of the table: a write that some callers may do. Its fields say what else
// it can hold. Each attack on a field changes only that field of the allowed write.
import type { DocumentData } from "firebase/firestore";
import type { Write } from "../requests.ts";
import { unknown, type Field } from "./fields.ts";
import type { Self, Permission } from "./self.ts";
import { value, type Value } from "./values.ts";
import { entered, hosts, letIn, seats } from "../callers.ts";

export interface WriteRow {
  readonly does: string;
  readonly as: "set" | "merge";
  readonly path: (self: Self) => string;
  readonly data: (self: Self) => DocumentData;
  readonly may: Permission;
  readonly because: string;
  /** Absent: the row adds nothing to the attacks on fields. */
  readonly fields?: Readonly<Record<string, Field>>;
}

/** The write of a row, as this caller does it. */
export function writeOf({ as, path, data }: WriteRow, self: Self): Write {
  return { do: as, path: path(self), data: data(self) };
}

/** Nobody may after the room has ended. */
export const closed = { "an expired room": [], "a room without its document": [] } as const;

/** For what the waiting room holds back. */
export const heldBack = {
  "a room with a waiting room": letIn,
  "a waiting room that has admitted nobody": [...entered, ...hosts],
} as const;

export const nullValue = value("null", () => null);

/** Fields that do not exist. */
export const extras = (...names: string[]) => Object.fromEntries(names.map((name) => [name, unknown()]));

export const otherSessions: readonly Value[] = [
  value("another's", () => seats.bystander.session),
  value("their own in capitals", ({ session }) => session.toUpperCase()),
  value("their own with a suffix", ({ session }) => `${session}0`),
];
