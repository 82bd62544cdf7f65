// The seat that a tab of this browser has. A tab that is closed asks the server to delete it. That
// request may get lost, and a crash sends none. Whoever opens the link again goes on with that
// seat's session, and the server sees a reload.
import { local, session as tab } from "../../browser/storage.ts";

const key = "seat";

export function rememberSeat(uuid: string, session: string): void {
  local.write(key, `${uuid} ${session}`);
}

/** The visit has ended in its page, which gives the seat up itself. */
export function forgetSeat(uuid: string): void {
  if (local.read(key)?.startsWith(uuid)) local.remove(key);
}

/** Only where no other tab of this browser is in the room: two pages would share one session. */
export function adoptSeat(uuid: string): void {
  const [room, session] = local.read(key)?.split(" ") ?? [];
  if (room === uuid && session !== undefined) tab.write("session", session);
}
