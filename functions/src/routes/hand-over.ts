// A host makes another participant the host, and becomes a guest.
import db from "../firebase/firebase.ts";
import { createEndpoint } from "../http/endpoint.ts";

export const router = createEndpoint("handOver", async (request) => {
  await db.host.handOver(request, Date.now());
  return { participantID: request.participantID };
});
