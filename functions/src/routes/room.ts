// What anybody with the link may know before connecting: whether the room exists, whether it has a
// password, and how many people are in it.
import db from "../firebase/firebase.ts";
import { createEndpoint } from "../http/endpoint.ts";
import { shareReads } from "../shared-reads.ts";

const getRoom = shareReads((uuid) => db.room.getRoom(uuid, Date.now()));

export const router = createEndpoint("room", async ({ uuid }) => {
  const {
    expireAt,
    isProtected,
    hasLinkProof = false,
    hasWaitingRoom = false,
    capacity,
    participants,
  } = await getRoom(uuid);
  const expiresAt = new Date(expireAt).toISOString();
  return { uuid, expiresAt, isProtected, hasLinkProof, hasWaitingRoom, capacity, participants };
});
