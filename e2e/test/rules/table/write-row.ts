// A row of the table's third part: a write that is allowed to some. Its fields say what else it could have held; every attack on a
// field starts from the allowed write and changes that field alone.
import type { DocumentData } from "firebase/firestore";
import type { Write } from "../requests.ts";
import { unknown, type Field } from "./fields.ts";
import type { Self, Permission } from "./self.ts";
import { value, type Value } from "./values.ts";
import { seats } from "../callers.ts";

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

/** The write of a row, as somebody would do it. */
export function writeOf({ as, path, data }: WriteRow, self: Self): Write {
  return { do: as, path: path(self), data: data(self) };
}

/** Where the room has ended, nobody may. */
export const closed = { "an expired room": [], "a room without its document": [] } as const;

export const nullValue = value("null", () => null);

/** Fields that there are not. */
export const extras = (...names: string[]) => Object.fromEntries(names.map((name) => [name, unknown()]));

export const otherSessions: readonly Value[] = [
  value("another's", () => seats.bystander.session),
  value("their own in capitals", ({ session }) => session.toUpperCase()),
  value("their own with a suffix", ({ session }) => `${session}0`),
];
