// Every row of the table as an act that any caller can try: what is allowed and what is not, before
// a particular caller does it.
import type { Request } from "../requests.ts";
import { collections, everyFilter } from "../table/collections.ts";
import { documents, operations, type DocumentRow, type Operation } from "../table/documents.ts";
import { isEverAllowed, type Self, type Permission } from "../table/self.ts";
import { writeOf } from "../table/write-row.ts";
import { writes } from "../table/writes.ts";

export interface Act {
  readonly does: string;
  readonly may: Permission;
  readonly because: string;
  readonly isVariant?: true;
  readonly request: (self: Self) => Request;
}

const verbs: Readonly<Record<Operation, string>> = {
  get: "read",
  "read in a transaction": "read in a transaction",
  set: "write",
  merge: "write into",
  delete: "delete",
};

export const documentActs: readonly Act[] = documents.flatMap((row) =>
  (row.tried ?? operations).map((operation) => ({
    does: `${verbs[operation]} ${row.name}`,
    may: row.may[operation] ?? [],
    because: row.because,
    ...(row.isVariant ? { isVariant: true as const } : {}),
    request: (self: Self) => requestOf(row, operation, self),
  })),
);

function requestOf({ path, data }: DocumentRow, operation: Operation, self: Self): Request {
  return operation === "set" || operation === "merge"
    ? { do: operation, path: path(self), data: data(self) }
    : { do: operation, path: path(self) };
}

export const queryActs: readonly Act[] = collections.flatMap(({ name, of, may, because, filters }) => [
  ...Object.entries({ ...(isEverAllowed(may) ? everyFilter : { all: () => [] }), ...filters }).map(([filter, by]) => ({
    does: `list ${name} (${filter})`,
    may,
    because,
    request: (self: Self): Request => ({ do: "list", of: of(self), by: by(self) }),
  })),
  ...(["count", "sum"] as const).map((aggregate) => ({
    does: `${aggregate} ${name}`,
    may,
    because,
    request: (self: Self): Request => ({ do: aggregate, of: of(self) }),
  })),
]);

export const writeActs: readonly Act[] = writes.map((row) => ({
  does: row.does,
  may: row.may,
  because: row.because,
  request: (self: Self) => writeOf(row, self),
}));
