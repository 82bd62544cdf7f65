// What a client that has the link sends with its request for a seat (docs/signalling.md).
import { hkdfSync } from "node:crypto";

export function proveLink(link: string): string {
  const key = Buffer.from(new URL(link).hash.slice(1), "base64url");
  return Buffer.from(hkdfSync("sha256", key, "", "meetogram/link-proof/1", 32)).toString("base64url");
}
