// What a page could write that does not obey: with its own token, over REST.
import { projectID } from "../../../scripts/system/local-config.ts";
import type { Person } from "../support/browser.ts";
import { eventually } from "../support/eventually.ts";
import { getSystem } from "../support/system.ts";

export const uuidOf = (link: string) => new URL(link).pathname.split("/").at(-1)!;

/** The seats of a room: the newest, and the others. */
export async function readSeats(link: string) {
  const { firestore } = await getSystem();
  const seats = await firestore
    .collection(`rooms/${uuidOf(link)}/users`)
    .orderBy("joinedAt", "desc")
    .get();
  const [own, ...others] = seats.docs;
  return { own: own!, others };
}

function toValue(value: unknown): object {
  if (Array.isArray(value)) return { arrayValue: { values: value.map(toValue) } };
  return typeof value === "boolean" ? { booleanValue: value } : { stringValue: String(value) };
}

/** Keeps the newest ID token that a person's page is given. Call it before the page joins. */
export function watchToken({ page }: Person): () => Promise<string> {
  let token = "";
  page.on("response", async (response) => {
    if (!/\/connect$|accounts:signInWithCustomToken/.test(response.url())) return;
    const answer = (await response.json().catch(() => ({}))) as { idToken?: string; signIn?: { idToken: string } };
    token = answer.signIn?.idToken ?? answer.idToken ?? token;
  });
  return () =>
    eventually(
      "the page's token",
      async () => token,
      (found) => found !== "",
    );
}

/** Makes a write of fields, and of some that get the server's time; it resolves to the status. */
export async function writeWith(token: string) {
  const { ports } = await getSystem();
  const database = `projects/${projectID}/databases/(default)/documents`;
  return async (path: string, fields: object, timed: readonly string[] = []): Promise<number> => {
    const write = {
      update: {
        name: `${database}/${path}`,
        fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, toValue(value)])),
      },
      updateMask: { fieldPaths: Object.keys(fields) },
      updateTransforms: timed.map((fieldPath) => ({ fieldPath, setToServerValue: "REQUEST_TIME" })),
    };
    const response = await fetch(`http://127.0.0.1:${ports.firestore}/v1/${database}:commit`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({ writes: [write] }),
    });
    await response.arrayBuffer();
    return response.status;
  };
}
