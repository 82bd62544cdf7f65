// A host removes a participant, who cannot connect again.
import db from "../firebase/firebase.ts";
import { createEndpoint } from "../http/endpoint.ts";

export const router = createEndpoint("remove", async (request) => {
  await db.host.removeParticipant(request, Date.now());
  return { participantID: request.participantID };
});
