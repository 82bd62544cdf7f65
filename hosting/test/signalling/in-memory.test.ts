import { createInMemoryRoom } from "../../src/signalling/in-memory.ts";
import { describeSignalling } from "./describe-signalling.ts";

describeSignalling("in memory", async () => {
  const room = createInMemoryRoom();
  return {
    seat: async (participantID, options) => room.seat(participantID, options),
    remove: async (participantID) => room.remove(participantID),
    close: async () => {},
  };
});
