// The account that the functions run as. The metadata server of Google Cloud gives its access
// tokens and its address: https://cloud.google.com/compute/docs/metadata/predefined-metadata-keys
import { requestJson, type JsonAnswer } from "./json-request.ts";

export interface ServiceAccount {
  getAccessToken(): Promise<string>;
  getAddress(): Promise<string>;
}

interface AccessToken {
  readonly access_token: string;
  readonly expires_in: number;
}

/** The server has a new token five minutes before the old one ends. */
const renewedBeforeMs = 4 * 60_000;

/** Asks once for what stays the same. Whoever asks meanwhile waits for the same answer. */
export function createServiceAccount(now: () => number = Date.now): ServiceAccount {
  let address: Promise<string> | undefined;
  let token: Promise<string> | undefined;
  let renewedAtMs = Number.POSITIVE_INFINITY;

  async function readToken(): Promise<string> {
    const { access_token, expires_in } = (await readMetadata("token")).body as AccessToken;
    renewedAtMs = now() + expires_in * 1_000 - renewedBeforeMs;
    return access_token;
  }

  return {
    getAccessToken() {
      if (now() >= renewedAtMs) {
        token = undefined;
        renewedAtMs = Number.POSITIVE_INFINITY;
      }
      token ??= readToken().catch((error: unknown) => {
        token = undefined;
        throw error;
      });
      return token;
    },
    getAddress() {
      address ??= readMetadata("email")
        .then(({ text }) => text)
        .catch((error: unknown) => {
          address = undefined;
          throw error;
        });
      return address;
    },
  };
}

async function readMetadata(what: "token" | "email"): Promise<JsonAnswer> {
  const host = process.env["GCE_METADATA_HOST"] ?? "metadata.google.internal";
  const url = `http://${host}/computeMetadata/v1/instance/service-accounts/default/${what}`;
  const answer = await requestJson(url, { headers: { "metadata-flavor": "Google" } });
  if (answer.status !== 200) throw new Error(`The metadata server answers ${answer.status}.`);
  return answer;
}
