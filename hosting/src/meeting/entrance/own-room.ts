// What the tab that created a room keeps of it: the proof of being its host, and the password that
// its creator is never asked for.
import { writeHostKey } from "./host-key.ts";
import { writeOwnPassword } from "./own-password.ts";

export function keepOwnRoom({ uuid, hostKey }: { uuid: string; hostKey: string }, password?: string): void {
  writeHostKey(uuid, hostKey);
  if (password !== undefined) writeOwnPassword(uuid, password);
}
