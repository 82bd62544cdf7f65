// Imitates what Google Cloud gives the functions in production: the metadata server, which tells
// the account of the functions, and the IAM Credentials API, which signs for it. Shapes follow the
// public references: https://cloud.google.com/compute/docs/metadata/predefined-metadata-keys and
// https://cloud.google.com/iam/docs/reference/credentials/rest/v1/projects.serviceAccounts/signBlob
import { createSign, generateKeyPairSync, type KeyObject } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import "../../../scripts/system/redirect-google.mjs";

export const address = "functions@demo-meetogram.iam.gserviceaccount.com";

/** Of the whole run: the functions keep their access token. */
let tokens = 0;

export interface Google {
  readonly publicKey: KeyObject;
  /** How many access tokens and signatures were asked for. */
  readonly asked: { tokens: number; signatures: number };
  /** The first signature that is refused, counted from 1. */
  refusedFrom: number;
  /** Of the next access tokens. */
  lifeSeconds: number;
}

async function read(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request) body += String(chunk);
  return body;
}

/** Without the Auth emulator, as in production. */
export async function withGoogle(task: (google: Google) => Promise<void>): Promise<void> {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const asked = { tokens: 0, signatures: 0 };
  const google: Google = { publicKey, asked, refusedFrom: Number.POSITIVE_INFINITY, lifeSeconds: 3_600 };

  async function answer(request: IncomingMessage): Promise<[status: number, answer: string | object]> {
    const account = "/computeMetadata/v1/instance/service-accounts/default";
    if (request.url === `${account}/email` && request.headers["metadata-flavor"] === "Google") return [200, address];
    if (request.url === `${account}/token` && request.headers["metadata-flavor"] === "Google") {
      asked.tokens += 1;
      tokens += 1;
      return [200, { access_token: `token-${tokens}`, expires_in: google.lifeSeconds, token_type: "Bearer" }];
    }
    if (request.url !== `/v1/projects/-/serviceAccounts/${address}:signBlob`) return [404, "There is nothing here."];
    asked.signatures += 1;
    if (request.headers.authorization !== `Bearer token-${tokens}`) return [401, { error: { message: "Who?" } }];
    if (asked.signatures >= google.refusedFrom) {
      const message = "Permission 'iam.serviceAccounts.signBlob' denied on resource (or it may not exist).";
      return [403, { error: { code: 403, message, status: "PERMISSION_DENIED" } }];
    }
    const { payload } = JSON.parse(await read(request)) as { payload: string };
    const signedBlob = createSign("RSA-SHA256").update(Buffer.from(payload, "base64")).sign(privateKey, "base64");
    return [200, { keyId: "imitated", signedBlob }];
  }

  const server = createServer((request, response) => {
    void answer(request).then(([status, value]) => {
      response.writeHead(status).end(typeof value === "string" ? value : JSON.stringify(value));
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { FIREBASE_AUTH_EMULATOR_HOST: emulator = "" } = process.env;
  delete process.env["FIREBASE_AUTH_EMULATOR_HOST"];
  Object.assign(process.env, { GCE_METADATA_HOST: host, IMITATED_GOOGLE: host });
  try {
    await task(google);
  } finally {
    delete process.env["GCE_METADATA_HOST"];
    delete process.env["IMITATED_GOOGLE"];
    process.env["FIREBASE_AUTH_EMULATOR_HOST"] = emulator;
    server.closeAllConnections();
    server.close();
  }
}
