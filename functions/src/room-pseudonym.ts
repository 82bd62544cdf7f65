// The name of a room in the log. It tells that two lines are about the same room. Only who has the
// secret can tell which: with another secret every room has another name.
import { createHmac } from "node:crypto";

const pseudonymBytes = 12;

/** Undefined without a secret: who knows a link could compute a plain hash. */
export function toRoomPseudonym(uuid: string, secret: string): string | undefined {
  if (secret === "") return undefined;
  const hash = createHmac("sha256", secret).update(`room in the log ${uuid.toLowerCase()}`).digest();
  return hash.subarray(0, pseudonymBytes).toString("base64url");
}
