// What somebody with a link may know before connecting: whether the room still is, asks for a password, has people in it.
import db from "../firebase/firebase.ts";
import { createEndpoint } from "../http/endpoint.ts";

export const router = createEndpoint("room", async ({ uuid }) => {
  const { expireAt, isProtected, capacity, participants } = await db.room.getRoom(uuid, Date.now());
  return { uuid, expiresAt: new Date(expireAt).toISOString(), isProtected, capacity, participants };
});
