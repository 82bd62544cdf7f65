// What others in a room see of a user: UUID v5 of the user ID in the room's namespace. One way, and another in each room: others can
// neither connect in this name nor find the person elsewhere.
import { v5 } from "uuid";
import { bytesOf } from "./uuid-bytes.ts";

export function participantIDOf(userID: string, room: string): string {
  return v5(userID, bytesOf(room));
}
