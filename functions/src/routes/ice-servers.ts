// New credentials of the relays, for somebody who still has a seat.
import db from "../firebase/firebase.ts";
import { createEndpoint } from "../http/endpoint.ts";
import { createIceServers } from "../ice-servers.ts";
import { iceParameters } from "../parameters.ts";

export const router = createEndpoint("iceServers", async (request) => {
  const nowMs = Date.now();
  const participantID = await db.liveSeats.find(request, nowMs);
  return { iceServers: createIceServers(iceParameters(), participantID, nowMs) };
});
