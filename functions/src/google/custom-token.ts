// Custom tokens, with which a client signs in to Firebase Auth:
// https://firebase.google.com/docs/auth/admin/create-custom-tokens#create_custom_tokens_using_a_third-party_jwt_library
// The IAM Credentials API signs them with a key that never leaves Google. The Auth emulator takes
// them unsigned.
import { requestJson } from "./json-request.ts";
import type { ServiceAccount } from "./service-account.ts";

const audience = "https://identitytoolkit.googleapis.com/google.identity.identitytoolkit.v1.IdentityToolkit";
/** The longest that Firebase allows. */
const lifeSeconds = 60 * 60;

interface Signer {
  readonly algorithm: "RS256" | "none";
  readonly address: string;
  /** Base64url. */
  sign(text: string): Promise<string>;
}

/** Rejects if the project does not allow its functions to sign. */
export async function createCustomToken(account: ServiceAccount, uid: string, claims: object): Promise<string> {
  const { algorithm, address, sign } = await findSigner(account);
  const iat = Math.floor(Date.now() / 1_000);
  const payload = { iss: address, sub: address, aud: audience, iat, exp: iat + lifeSeconds, uid, claims };
  const text = `${encode({ alg: algorithm, typ: "JWT" })}.${encode(payload)}`;
  return `${text}.${await sign(text)}`;
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString("base64url");
}

async function findSigner(account: ServiceAccount): Promise<Signer> {
  if (process.env["FIREBASE_AUTH_EMULATOR_HOST"]) {
    return { algorithm: "none", address: "firebase-auth-emulator@example.com", sign: () => Promise.resolve("") };
  }
  const [address, accessToken] = await Promise.all([account.getAddress(), account.getAccessToken()]);
  return { algorithm: "RS256", address, sign: (text) => signBlob(address, accessToken, text) };
}

/** https://cloud.google.com/iam/docs/reference/credentials/rest/v1/projects.serviceAccounts/signBlob */
async function signBlob(address: string, accessToken: string, text: string): Promise<string> {
  const url = `https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/${address}:signBlob`;
  const headers = { authorization: `Bearer ${accessToken}` };
  const { status, body } = await requestJson(url, { headers, body: { payload: Buffer.from(text).toString("base64") } });
  const { signedBlob, error } = (body ?? {}) as { signedBlob?: string; error?: { message?: string } };
  if (signedBlob === undefined) {
    throw new Error(`iam.serviceAccounts.signBlob: ${error?.message ?? `status ${status}`}`);
  }
  return Buffer.from(signedBlob, "base64").toString("base64url");
}
