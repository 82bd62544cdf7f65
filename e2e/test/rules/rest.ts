// Plain HTTP with a caller's token, for requests that the SDK never sends.
import type { Identity } from "./callers.ts";
import { documentsUrl } from "./rules-firestore.ts";

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** `address` follows the URL of the database's documents: `/rooms/{uuid}` or `:commit`. */
export async function call(identity: Identity, address: string, body?: unknown, method?: string): Promise<Answer> {
  const headers: Record<string, string> = { "content-type": "application/json" };
  if (identity.uid !== undefined) headers["authorization"] = `Bearer ${createUnsignedToken(identity)}`;
  const response = await fetch(`${documentsUrl()}${address}`, {
    method: method ?? (body === undefined ? "GET" : "POST"),
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

/** Emulators accept unsigned tokens. */
function createUnsignedToken({ uid, claims }: Identity): string {
  const nowSeconds = Math.floor(Date.now() / 1000);
  const payload = { sub: uid, user_id: uid, iat: nowSeconds, exp: nowSeconds + 3600, ...claims };
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");
  return `${encode({ alg: "none", typ: "JWT" })}.${encode(payload)}.`;
}

/** A document's resource name, as writes and queries need it. */
export function nameOf(path: string): string {
  return `${documentsUrl().replace(/^.*?\/v1\//, "")}/${path}`;
}
