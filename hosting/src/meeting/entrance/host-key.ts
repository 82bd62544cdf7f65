// The proof of being a room's host. It stays with the tab that created the room, across reloads,
// and where the person wants rooms remembered, with the browser.
import { session } from "../../browser/storage.ts";
import { findRecent } from "../../recent/recent-rooms.ts";

export function readHostKey(uuid: string): string | undefined {
  return session.read(`hostKey:${uuid}`) ?? findRecent(uuid)?.hostKey ?? undefined;
}

export function writeHostKey(uuid: string, hostKey: string): void {
  session.write(`hostKey:${uuid}`, hostKey);
}
