// Ends a room for everybody, and erases all of it.
import db from "../firebase/firebase.ts";
import { createEndpoint } from "../http/endpoint.ts";

export const router = createEndpoint("burn", async (request) => {
  await db.erasure.burnRoom(request, Date.now());
  return { uuid: request.uuid };
});
