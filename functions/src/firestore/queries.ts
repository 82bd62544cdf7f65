// Queries: https://firebase.google.com/docs/firestore/reference/rest/v1/StructuredQuery
import { encodeValue } from "./values.ts";

const operators = { "==": "EQUAL", ">": "GREATER_THAN", "<=": "LESS_THAN_OR_EQUAL" } as const;

export interface Query {
  /** The path of a collection, or of a document together with `below`. */
  readonly path: string;
  /** What is at any depth below the document: these collections, or all of them. */
  readonly below?: "everything" | { readonly collectionID: string };
  /** A comparison other than `==` also determines the order. */
  readonly where?: readonly [field: string, operator: keyof typeof operators, value: unknown];
  /** Only these fields are read. */
  readonly select?: readonly string[];
  readonly offset?: number;
  readonly limit?: number;
}

/** The parent's path, and what is asked of it. */
export function encodeQuery({ path, below, where, select, ...range }: Query): { parent: string; query: object } {
  const slash = path.lastIndexOf("/");
  const [parent, from] = below
    ? [path, { allDescendants: true, ...(below !== "everything" && { collectionId: below.collectionID }) }]
    : [path.slice(0, Math.max(0, slash)), { collectionId: path.slice(slash + 1) }];
  return {
    parent,
    query: {
      from: [from],
      ...(where && {
        where: {
          fieldFilter: { field: { fieldPath: where[0] }, op: operators[where[1]], value: encodeValue(where[2]) },
        },
      }),
      ...(select && { select: { fields: select.map((fieldPath) => ({ fieldPath })) } }),
      ...range,
    },
  };
}
