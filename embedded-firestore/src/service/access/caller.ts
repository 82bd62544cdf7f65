// Reads the caller from the Authorization header. Tokens are not verified (the Auth emulator does
// not sign its tokens). That is why the server listens only on loopback.

import { FirestoreError } from "../../engine/index.ts";

export interface Auth {
  /** Absent if the token names no subject. */
  readonly uid?: string;
  /** The claims of the token, unchanged. */
  readonly token: Readonly<Record<string, unknown>>;
}

/** Rules do not apply to an administrator. */
export type Caller = { readonly isAdmin: true } | { readonly isAdmin: false; readonly auth: Auth | null };

const bearer = /^Bearer (\S+)$/i;
/** The emulators' administrator token, and what Google access tokens start with. In any case. */
const administrator = /^(?:owner$|ya29\.)/i;

export function readCaller(authorization: string | undefined): Caller {
  if (authorization === undefined || authorization === "") return { isAdmin: false, auth: null };
  const token = bearer.exec(authorization)?.[1];
  if (token === undefined) throw malformed("a bearer token is expected");
  if (administrator.test(token)) return { isAdmin: true };
  const claims = readClaims(token);
  const uid = claims["sub"] ?? claims["user_id"];
  const isNamed = typeof uid === "string" || typeof uid === "number";
  return { isAdmin: false, auth: { ...(isNamed ? { uid: String(uid) } : {}), token: claims } };
}

function readClaims(token: string): Record<string, unknown> {
  const parts = token.split(".");
  if (parts.length !== 3) throw malformed("it does not have three parts");
  try {
    const claims: unknown = JSON.parse(Buffer.from(parts[1] ?? "", "base64url").toString("utf8"));
    if (typeof claims === "object" && claims !== null && !Array.isArray(claims))
      return claims as Record<string, unknown>;
  } catch {
    // Falls through to the rejection below. The parser's message would not help.
  }
  throw malformed("its claims are not a JSON object");
}

function malformed(problem: string): FirestoreError {
  return new FirestoreError("INVALID_ARGUMENT", `Invalid Authorization header: ${problem}.`);
}
