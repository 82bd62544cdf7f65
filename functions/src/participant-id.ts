// A user's ID inside one room: the UUID v5 of the user ID in the room's namespace. It cannot be
// reversed and differs in each room, so others can neither connect as this user nor recognize them
// elsewhere.
import { v5 } from "uuid";
import { toUuidBytes } from "./uuid-bytes.ts";

export function deriveParticipantID(userID: string, room: string): string {
  return v5(userID, toUuidBytes(room));
}
