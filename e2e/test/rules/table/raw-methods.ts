// Methods made for servers, and queries that no SDK builds.
import { room } from "../callers.ts";
import { nameOf } from "../rest.ts";
import { absent, ownSeat, secret, theRoom, type RawRow } from "./raw-request-row.ts";

const query = (structuredQuery: object) => () => ({ structuredQuery });
const refused = (does: string, address: string, body?: () => unknown): RawRow => ({
  does,
  because: "nobody finds documents so",
  address,
  ...(body ? { body } : {}),
});

export const rawMethods: readonly RawRow[] = [
  refused("list the collections", ":listCollectionIds", () => ({})),
  refused("list the collections of the room", `/${theRoom}:listCollectionIds`, () => ({})),
  refused("list the collections of the own seat", `/${ownSeat}:listCollectionIds`, () => ({})),
  refused("divide all seats into parts", ":partitionQuery", () => ({
    structuredQuery: {
      from: [{ collectionId: "users", allDescendants: true }],
      orderBy: [{ field: { fieldPath: "__name__" } }],
    },
    partitionCount: "2",
  })),
  refused("list rooms by plain HTTP", "/rooms"),
  refused("list rooms with the missing ones", "/rooms?showMissing=true"),
  refused("list the names of private documents alone", `/rooms/${room}/private?mask.fieldPaths=__name__`),
  refused(
    "query all inboxes below the room",
    `/${theRoom}:runQuery`,
    query({ from: [{ collectionId: "inbox", allDescendants: true }] }),
  ),
  refused(
    "query all inboxes below the own seat",
    `/${ownSeat}:runQuery`,
    query({ from: [{ collectionId: "inbox", allDescendants: true }] }),
  ),
  refused("query everything below the room", `/${theRoom}:runQuery`, query({ from: [{ allDescendants: true }] })),
  refused(
    "query private documents for their names",
    `/${theRoom}:runQuery`,
    query({ select: { fields: [{ fieldPath: "__name__" }] }, from: [{ collectionId: "private" }] }),
  ),
  refused("query rooms from none on", ":runQuery", query({ from: [{ collectionId: "rooms" }], limit: 0 })),
  refused("count the private documents", `/${theRoom}:runAggregationQuery`, () => ({
    structuredAggregationQuery: {
      structuredQuery: { from: [{ collectionId: "private" }] },
      aggregations: [{ alias: "n", count: {} }],
    },
  })),
  refused("get the room and its secret together", ":batchGet", () => ({
    documents: [nameOf(theRoom), nameOf(secret)],
  })),
  refused("get nothing of the secret but that it is there", ":batchGet", () => ({
    documents: [nameOf(secret)],
    mask: { fieldPaths: [] },
  })),
  {
    does: "get the room and the own seat together",
    address: ":batchGet",
    body: () => ({ documents: [nameOf(theRoom), nameOf(ownSeat)] }),
  },
  {
    does: "query the seats by plain HTTP",
    address: `/${theRoom}:runQuery`,
    body: query({ from: [{ collectionId: "users" }] }),
  },
  {
    ...refused("make a room by plain HTTP", "/rooms?documentId=11111111-1111-4111-8111-111111111111", () => ({
      fields: {},
    })),
    changes: absent,
  },
];
