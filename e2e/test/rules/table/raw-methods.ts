// Methods for servers, and queries that no SDK builds.
import { room } from "../callers.ts";
import { nameOf } from "../rest.ts";
import { absent, ownSeat, secret, theRoom, type RawRow } from "./raw-request-row.ts";

const query = (structuredQuery: object) => () => ({ structuredQuery });
const refused = (does: string, address: string, body?: () => unknown): RawRow => ({
  does,
  because: "nobody may discover documents this way",
  address,
  ...(body ? { body } : {}),
});

export const rawMethods: readonly RawRow[] = [
  refused("list the collections", ":listCollectionIds", () => ({})),
  refused("list the collections of the room", `/${theRoom}:listCollectionIds`, () => ({})),
  refused("list the collections of their own seat", `/${ownSeat}:listCollectionIds`, () => ({})),
  refused("partition all seats", ":partitionQuery", () => ({
    structuredQuery: {
      from: [{ collectionId: "users", allDescendants: true }],
      orderBy: [{ field: { fieldPath: "__name__" } }],
    },
    partitionCount: "2",
  })),
  refused("list rooms by plain HTTP", "/rooms"),
  refused("list rooms, missing ones included", "/rooms?showMissing=true"),
  refused("list only the names of private documents", `/rooms/${room}/private?mask.fieldPaths=__name__`),
  refused(
    "query all inboxes below the room",
    `/${theRoom}:runQuery`,
    query({ from: [{ collectionId: "inbox", allDescendants: true }] }),
  ),
  refused(
    "query all inboxes below their own seat",
    `/${ownSeat}:runQuery`,
    query({ from: [{ collectionId: "inbox", allDescendants: true }] }),
  ),
  refused("query everything below the room", `/${theRoom}:runQuery`, query({ from: [{ allDescendants: true }] })),
  refused(
    "query private documents for their names",
    `/${theRoom}:runQuery`,
    query({ select: { fields: [{ fieldPath: "__name__" }] }, from: [{ collectionId: "private" }] }),
  ),
  refused("query rooms with a limit of 0", ":runQuery", query({ from: [{ collectionId: "rooms" }], limit: 0 })),
  refused("count the private documents", `/${theRoom}:runAggregationQuery`, () => ({
    structuredAggregationQuery: {
      structuredQuery: { from: [{ collectionId: "private" }] },
      aggregations: [{ alias: "n", count: {} }],
    },
  })),
  refused("get the room and its secret together", ":batchGet", () => ({
    documents: [nameOf(theRoom), nameOf(secret)],
  })),
  refused("get only whether the secret exists", ":batchGet", () => ({
    documents: [nameOf(secret)],
    mask: { fieldPaths: [] },
  })),
  {
    does: "get the room and their own seat together",
    address: ":batchGet",
    body: () => ({ documents: [nameOf(theRoom), nameOf(ownSeat)] }),
  },
  {
    does: "query the seats by plain HTTP",
    address: `/${theRoom}:runQuery`,
    body: query({ from: [{ collectionId: "users" }] }),
  },
  {
    ...refused("create a room by plain HTTP", "/rooms?documentId=11111111-1111-4111-8111-111111111111", () => ({
      fields: {},
    })),
    changes: absent,
  },
];
