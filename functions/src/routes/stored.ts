// What is stored about a room, and until when: the numbers of documents, not their contents.
import type { StoredKind } from "@meetogram/contract";
import db from "../firebase/firebase.ts";
import { createEndpoint } from "../http/endpoint.ts";

export const router = createEndpoint("stored", async ({ uuid }) => {
  const { createdAtMs, expireAtMs, documents, untilMs } = await db.room.getStored(uuid);
  const until = new Date(untilMs).toISOString();
  return {
    uuid,
    createdAt: new Date(createdAtMs).toISOString(),
    expiresAt: new Date(expireAtMs).toISOString(),
    items: Object.entries(documents).map(([kind, count]) => ({ kind: kind as StoredKind, documents: count, until })),
  };
});
