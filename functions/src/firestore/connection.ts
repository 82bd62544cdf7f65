// Requests to Firestore's REST API: https://firebase.google.com/docs/firestore/reference/rest
// Both emulators have it too.
import { setTimeout } from "node:timers/promises";
import { requestJson, type JsonAnswer } from "../google/json-request.ts";

export type Method = "batchGet" | "runQuery" | "runAggregationQuery" | "commit" | "rollback";

/** `code` is the name of a gRPC status. */
export class FirestoreError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    // The path of a document names a room, and logs name none.
    super(`${code}: ${message.replaceAll(/\/documents\/[^\s"]+/g, "/documents/…")}`);
    this.code = code;
  }
}

export interface ConnectionOptions {
  /** `https://firestore.googleapis.com`, or the address of an emulator. */
  readonly origin: string;
  readonly projectID: string;
  readonly getAccessToken: () => Promise<string>;
}

const maxAttempts = 4;
const firstDelayMs = 100;
/** Nothing was done, and it may soon work. */
const transientCodes: readonly unknown[] = ["UNAVAILABLE", "RESOURCE_EXHAUSTED"];

export class Connection {
  /** The names of all documents begin with it. */
  readonly root: string;
  readonly #options: ConnectionOptions;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.root = `projects/${options.projectID}/databases/(default)/documents`;
  }

  /** `parent` is the path of a document. Rejects with a `FirestoreError`. */
  async call(method: Method, body: object, parent = ""): Promise<unknown> {
    const resource = parent === "" ? this.root : `${this.root}/${parent}`;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#send(`${this.#options.origin}/v1/${resource}:${method}`, body);
      } catch (error) {
        if (attempt === maxAttempts || !transientCodes.includes((error as FirestoreError).code)) throw error;
        await setTimeout(firstDelayMs * 2 ** (attempt - 1) * (0.5 + Math.random()));
      }
    }
  }

  async #send(url: string, body: object): Promise<unknown> {
    const headers = { authorization: `Bearer ${await this.#options.getAccessToken()}` };
    const answer = await requestJson(url, { headers, body }).catch((error: Error) => {
      throw new FirestoreError("UNAVAILABLE", error.message);
    });
    const error = findError(answer);
    if (error) throw error;
    return answer.body;
  }
}

/** A list may end with an error, although its status is 200. */
function findError({ status, body }: JsonAnswer): FirestoreError | undefined {
  const last: unknown = Array.isArray(body) ? body.at(-1) : body;
  const { error } = (last ?? {}) as { error?: { status?: string; message?: string } };
  if (status === 200 && error === undefined) return undefined;
  const code = error?.status ?? (status === 503 ? "UNAVAILABLE" : "UNKNOWN");
  return new FirestoreError(code, error?.message ?? `status ${status}`);
}
