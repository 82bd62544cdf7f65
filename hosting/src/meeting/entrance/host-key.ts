// The proof of being a room's host. It stays with the tab that created the room, across reloads.
import { session } from "../../browser/storage.ts";

export function readHostKey(uuid: string): string | undefined {
  return session.read(`hostKey:${uuid}`) ?? undefined;
}

export function writeHostKey(uuid: string, hostKey: string): void {
  session.write(`hostKey:${uuid}`, hostKey);
}
