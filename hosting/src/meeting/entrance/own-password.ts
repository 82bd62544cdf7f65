// The password of a room that this tab created, so that its creator is never asked for it. It stays
// with the tab, beside the host key.
import { session } from "../../browser/storage.ts";

export function readOwnPassword(uuid: string): string | null {
  return session.read(`password:${uuid}`);
}

export function writeOwnPassword(uuid: string, password: string): void {
  session.write(`password:${uuid}`, password);
}
