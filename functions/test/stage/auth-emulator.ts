// The Emulator Suite's own Auth emulator, in this process. It compiles the schema of a request when
// the request first comes. firebase-tools has no types for its internals.
import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import { createRequire } from "node:module";
import { getApps } from "firebase-admin/app";
import { getAuth } from "firebase-admin/auth";
import { accountOf } from "../../src/firebase/accounts.ts";
import { readDeclaredBody } from "../../src/http/unparsed-body.ts";
import "../../../scripts/system/lazy-schemas.mjs";

interface AuthServerModule {
  createApp(defaultProjectId: string): Promise<RequestListener>;
}

export async function startAuth(projectId: string): Promise<Server> {
  const { createApp } = createRequire(import.meta.url)(
    "firebase-tools/lib/emulator/auth/server.js",
  ) as AuthServerModule;
  const app = await createApp(projectId);
  const server = createServer((request, response) => {
    // A test may keep the bodies of this whole process unparsed, but the emulator parses its own.
    const { mediaType } = readDeclaredBody(request);
    if (mediaType !== "") request.headers["content-type"] = mediaType;
    app(request, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
}

/** Signs in like the client SDK. Resolves to the claims of the ID token. */
export async function signIn(customToken: string): Promise<Record<string, unknown>> {
  const host = process.env["FIREBASE_AUTH_EMULATOR_HOST"];
  const response = await fetch(
    `http://${host}/identitytoolkit.googleapis.com/v1/accounts:signInWithCustomToken?key=any`,
    {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ token: customToken, returnSecureToken: true }),
    },
  );
  const { idToken } = (await response.json()) as { idToken: string };
  return JSON.parse(Buffer.from(idToken.split(".")[1]!, "base64url").toString()) as Record<string, unknown>;
}

/** Whether the participant has an Auth user. */
export async function hasAccount(participantID: string): Promise<boolean> {
  return (await getAuth(getApps()[0]).getUsers([{ uid: accountOf(participantID) }])).users.length === 1;
}
