// The user whose seat was moved to this tab. It counts for one room and one tab: this browser stays
// somebody else everywhere else.
import { session } from "../../browser/storage.ts";

const keyOf = (uuid: string) => `movedUser:${uuid}`;

export function readMovedUser(uuid: string): string | null {
  return session.read(keyOf(uuid));
}

export function writeMovedUser(uuid: string, userID: string): void {
  session.write(keyOf(uuid), userID);
}
