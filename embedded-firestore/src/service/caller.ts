// Who is asking, as the Authorization header says. Tokens are read without verification (those of the Auth emulator are not
// signed), which is why the server listens on loopback only.

import { FirestoreError } from "../engine/index.ts";

export interface Auth {
  readonly uid: string;
  /** The claims of the token as they are. */
  readonly token: Readonly<Record<string, unknown>>;
}

/** Rules are never asked about an administrator. */
export type Caller = { readonly isAdmin: true } | { readonly isAdmin: false; readonly auth: Auth | null };

const bearer = /^Bearer +(\S+)$/i;

export function readCaller(authorization: string | undefined): Caller {
  if (authorization === undefined || authorization === "") return { isAdmin: false, auth: null };
  const token = bearer.exec(authorization)?.[1];
  if (token === undefined) throw malformed("a bearer token is expected");
  // `owner` is the word of the emulators, `ya29.` the beginning of every Google access token.
  if (token === "owner" || token.startsWith("ya29.")) return { isAdmin: true };
  const claims = readClaims(token);
  const uid = claims["sub"] ?? claims["user_id"];
  if (typeof uid !== "string" || uid === "") throw malformed("it names no subject");
  return { isAdmin: false, auth: { uid, token: claims } };
}

function readClaims(token: string): Record<string, unknown> {
  const parts = token.split(".");
  if (parts.length !== 3) throw malformed("it does not have three parts");
  try {
    const claims: unknown = JSON.parse(Buffer.from(parts[1] ?? "", "base64url").toString("utf8"));
    if (typeof claims === "object" && claims !== null && !Array.isArray(claims))
      return claims as Record<string, unknown>;
  } catch {
    // Falls through to the refusal: what is wrong with it helps nobody.
  }
  throw malformed("its claims are not a JSON object");
}

function malformed(problem: string): FirestoreError {
  return new FirestoreError("INVALID_ARGUMENT", `Invalid Authorization header: ${problem}.`);
}
