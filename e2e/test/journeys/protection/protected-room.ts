// A room with a password whose creator proved the link, as docs/signalling.md tells other clients
// to do it: here with Node's own HKDF.
import { hkdfSync, randomBytes } from "node:crypto";
import { createClient } from "@meetogram/client";
import { getSystem } from "../../support/system.ts";

export const password = "caf\u00e9";
/** The same, as other keyboards compose it. */
export const decomposed = "cafe\u0301";

function derive(key: Buffer, salt: string, info: string): string {
  return Buffer.from(hkdfSync("sha256", key, salt, info, 32)).toString("base64url");
}

export async function createProtectedRoom() {
  const { url } = await getSystem();
  const client = createClient({ baseURL: url });
  const key = randomBytes(16);
  const linkProof = derive(key, "", "meetogram/link-proof/1");
  const proof = { linkProof, password: derive(key, password, "meetogram/password-proof/1") };
  const { uuid } = await client.createRoom(proof);
  return { client, uuid, link: `${url}/r/${uuid}#${key.toString("base64url")}` };
}
