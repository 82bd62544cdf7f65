// A room for whoever looks at a local run for the first time. It is made by the open request that
// the start screen uses, so it is what the system makes of a room. Only its times are longer.
import { hkdfSync, randomBytes } from "node:crypto";
import { createClient } from "@meetogram/client";
import { projectID } from "./local-config.ts";
import { Failure } from "./failure.ts";

const keptMinutes = 24 * 60;

interface Seeding {
  /** Of the site. */
  readonly url: string;
  readonly firestorePort: number;
}

/** Resolves to the link of a new room. It stands empty for a day, not for an hour. */
export async function seedRoom({ url, firestorePort }: Seeding): Promise<string> {
  const key = randomBytes(16);
  const proof = hkdfSync("sha256", key, "", "meetogram/link-proof/1", 32);
  const linkProof = Buffer.from(proof).toString("base64url");
  const { uuid } = await createClient({ baseURL: url }).createRoom({ linkProof });
  await keepRoom(uuid, firestorePort);
  return `${url}/r/${uuid}#${key.toString("base64url")}`;
}

/** Writes as administrator: a participant may not. */
async function keepRoom(uuid: string, firestorePort: number): Promise<void> {
  const room = `v1/projects/${projectID}/databases/(default)/documents/rooms/${uuid}`;
  const mask = "updateMask.fieldPaths=expireAt&updateMask.fieldPaths=emptyMinutes&currentDocument.exists=true";
  const answer = await fetch(`http://127.0.0.1:${firestorePort}/${room}?${mask}`, {
    method: "PATCH",
    headers: { authorization: "Bearer owner", "content-type": "application/json" },
    body: JSON.stringify({
      fields: {
        expireAt: { timestampValue: new Date(Date.now() + keptMinutes * 60_000).toISOString() },
        emptyMinutes: { integerValue: String(keptMinutes) },
      },
    }),
  });
  if (!answer.ok) throw new Failure(`The room could not be kept for a day: ${await answer.text()}`);
}
