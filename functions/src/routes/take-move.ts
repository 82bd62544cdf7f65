// Gives what was kept for another device, once.
import db from "../firebase/firebase.ts";
import { createEndpoint } from "../http/endpoint.ts";

export const router = createEndpoint("takeMove", async (request) => ({
  sealed: await db.moves.take(request, Date.now()),
}));
