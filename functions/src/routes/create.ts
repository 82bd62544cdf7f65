// Makes a room. The host key is in this answer and nowhere else: the server keeps its hash.
import db from "../firebase/firebase.ts";
import { createHostKey } from "../host-key.ts";
import { createEndpoint } from "../http/endpoint.ts";
import { unenteredRoomMs } from "../parameters.ts";

export const router = createEndpoint("create", async ({ password, capacity }) => {
  const hostKey = createHostKey();
  const createdAtMs = Date.now();
  const expireAtMs = createdAtMs + unenteredRoomMs();
  const uuid = await db.room.addRoom({ createdAtMs, expireAtMs, hostKey, password, capacity });
  return { uuid, expiresAt: new Date(expireAtMs).toISOString(), hostKey };
});
