// Imitates the requests that the Admin SDK sends to Google for App Check, for which there is no
// emulator: an access token, the signature of a service account (IAM Credentials), the exchange for
// an App Check token, and the keys that verify it. Shapes follow the public reference:
// https://firebase.google.com/docs/reference/appcheck/rest/v1/projects.apps/exchangeCustomToken
// The exchange checks what Google checks: the app, and the signature of the custom token.
import { createSign, createVerify, generateKeyPairSync, type KeyObject } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface AppCheckImitation {
  /** For the functions, in a process that has loaded `redirect-google.mjs`. */
  readonly env: Readonly<Record<string, string>>;
  /** For the Emulator Suite. Only its workers, which run the functions, get `env`. */
  readonly envOfSuite: Readonly<Record<string, string>>;
  /** An App Check token with other claims, perhaps signed by somebody else. */
  sign(claims?: Readonly<Record<string, unknown>>, isForged?: boolean): string;
  /** While true, every request is answered 403, as in a project that is not set up. */
  isRefusing: boolean;
  close(): void;
}

const account = "functions@demo-meetogram.iam.gserviceaccount.com";
const accessToken = "access-token-of-the-functions";
const kid = "imitated";
const createKeys = () => generateKeyPairSync("rsa", { modulusLength: 2048 });
const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

function signJWT(claims: object, key: KeyObject): string {
  const text = `${encode({ kid, typ: "JWT", alg: "RS256" })}.${encode(claims)}`;
  return `${text}.${createSign("RSA-SHA256").update(text).sign(key, "base64url")}`;
}

async function readJSON(request: IncomingMessage): Promise<Record<string, string>> {
  let body = "";
  for await (const chunk of request) body += String(chunk);
  return body.startsWith("{") ? (JSON.parse(body) as Record<string, string>) : {};
}

/** `bits` is the work for a token: few, where a test must not wait. */
export async function imitateAppCheck(appID: string, projectID: string, bits: number): Promise<AppCheckImitation> {
  const [ofAccount, ofAppCheck, ofNobody] = [createKeys(), createKeys(), createKeys()];
  const folder = mkdtempSync(join(tmpdir(), "meetogram-app-check-"));
  const credentials = join(folder, "account.json");
  const privateKey = ofAccount.privateKey.export({ type: "pkcs8", format: "pem" });
  const file = { type: "service_account", project_id: projectID, client_email: account, private_key: privateKey };
  writeFileSync(credentials, JSON.stringify(file));

  function createToken(claims: Readonly<Record<string, unknown>> = {}, isForged = false): string {
    const iat = Math.floor(Date.now() / 1_000);
    const audience = ["projects/123456789", `projects/${projectID}`];
    const iss = "https://firebaseappcheck.googleapis.com/123456789";
    const standard = { sub: appID, aud: audience, provider: "custom", iss, iat, exp: iat + 3_600, jti: `${iat}` };
    return signJWT({ ...standard, ...claims }, (isForged ? ofNobody : ofAppCheck).privateKey);
  }

  function exchange(customToken: string): object {
    const [header = "", payload = "", signature = ""] = customToken.split(".");
    const isSigned = createVerify("RSA-SHA256")
      .update(`${header}.${payload}`)
      .verify(ofAccount.publicKey, signature, "base64url");
    const claims = JSON.parse(Buffer.from(payload, "base64url").toString()) as Record<string, string>;
    const isOurs = claims["iss"] === account && claims["app_id"] === appID;
    if (!isSigned || !isOurs) throw new Error("App attestation failed.");
    return { token: createToken(), ttl: claims["ttl"] ?? "3600s" };
  }

  async function answer(request: IncomingMessage): Promise<object> {
    const { pathname } = new URL(request.url ?? "/", "http://google");
    if (pathname === "/v1/jwks") {
      const key = ofAppCheck.publicKey.export({ format: "jwk" });
      return { keys: [{ ...key, use: "sig", alg: "RS256", kid }] };
    }
    if (pathname === "/token") {
      return { access_token: accessToken, expires_in: 3_600, token_type: "Bearer" };
    }
    if (request.headers.authorization !== `Bearer ${accessToken}`) throw new Error("Not authenticated.");
    const body = await readJSON(request);
    if (pathname === `/v1/projects/-/serviceAccounts/${account}:signBlob`) {
      const bytes = Buffer.from(body["payload"] ?? "", "base64");
      return { keyId: kid, signedBlob: createSign("RSA-SHA256").update(bytes).sign(ofAccount.privateKey, "base64") };
    }
    if (decodeURIComponent(pathname) === `/v1/projects/${projectID}/apps/${appID}:exchangeCustomToken`) {
      return exchange(body["customToken"] ?? "");
    }
    throw new Error(`Nothing at ${pathname}`);
  }

  const imitation = { isRefusing: false };
  const server: Server = createServer((request, response) => {
    const send = (status: number, value: object) => {
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
    };
    const refuse = (message: string) => send(403, { error: { code: 403, message, status: "PERMISSION_DENIED" } });
    if (imitation.isRefusing) refuse("Firebase App Check API has not been used in this project before.");
    else
      answer(request).then(
        (value) => send(200, value),
        (error: Error) => refuse(error.message),
      );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  server.unref();

  const env = {
    APP_CHECK_APP_ID: appID,
    APP_CHECK_BITS: String(bits),
    GOOGLE_APPLICATION_CREDENTIALS: credentials,
    IMITATED_GOOGLE: `127.0.0.1:${(server.address() as AddressInfo).port}`,
  };
  const preload = new URL("redirect-google.mjs", import.meta.url).href;
  return Object.assign(imitation, {
    env,
    envOfSuite: { ENV_OF_FUNCTIONS: JSON.stringify(env), NODE_OPTIONS: `--import ${preload}` },
    sign: createToken,
    close() {
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  });
}
