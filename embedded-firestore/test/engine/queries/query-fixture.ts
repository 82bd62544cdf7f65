// Short ways to write structured queries.
import type { Database, FilterMessage, StructuredQuery, Value } from "../../../src/engine/index.ts";
import { ROOT } from "../fixture.ts";

export const where = (fieldPath: string, op: string, value: Value): FilterMessage => ({
  fieldFilter: { field: { fieldPath }, op, value },
});
export const unary = (fieldPath: string, op: string): FilterMessage => ({ unaryFilter: { field: { fieldPath }, op } });
export const and = (...filters: FilterMessage[]): FilterMessage => ({ compositeFilter: { op: "AND", filters } });
export const or = (...filters: FilterMessage[]): FilterMessage => ({ compositeFilter: { op: "OR", filters } });
export const order = (fieldPath: string, direction = "ASCENDING") => ({ field: { fieldPath }, direction });

/** A query on the root collection `a`. */
export const inA = (more: Omit<StructuredQuery, "from"> = {}): StructuredQuery => ({
  from: [{ collectionId: "a" }],
  ...more,
});

/** The paths of a query's result, in order. */
export async function paths(database: Database, query: StructuredQuery, parent = ROOT): Promise<string[]> {
  const { documents } = await database.runQuery(parent, query);
  return documents.map(({ name }) => name.slice(ROOT.length + 1));
}

/** The ids of a query's result, in order. */
export async function ids(database: Database, query: StructuredQuery): Promise<string> {
  return (await paths(database, query)).map((path) => path.split("/").at(-1)).join(" ");
}
