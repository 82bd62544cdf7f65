// App Check: the key that signs challenges, and the tokens. Google's servers make the tokens, so a
// project whose set-up is incomplete fails here, with a code of its own.
import { randomBytes } from "node:crypto";
import { limits, type ResponseOf } from "@meetogram/contract";
import type { AppCheck as AppCheckService } from "firebase-admin/app-check";
import { ApiError } from "../api-error.ts";
import { FirestoreError } from "../firestore/connection.ts";
import type { Firestore } from "../firestore/firestore.ts";
import { create } from "../firestore/writes.ts";
import type { Services } from "./services.ts";

/** No rule names it, so no client reads it. Deleting it makes every open challenge wrong. */
const keyPath = "server/appCheck";
const keyBytes = 32;

/** Of this process: one read in its life. */
let key: Promise<Buffer> | undefined;

export class AppCheck {
  readonly #firestore: Firestore;
  readonly #service: () => Promise<AppCheckService>;

  constructor({ firestore, appCheck }: Services) {
    this.#firestore = firestore;
    this.#service = appCheck;
  }

  /** The same for every instance. The first one makes it. */
  getKey(): Promise<Buffer> {
    key ??= this.#readKey().catch((error: unknown) => {
      key = undefined;
      throw error;
    });
    return key;
  }

  async #readKey(): Promise<Buffer> {
    const kept = await this.#firestore.get(keyPath);
    if (kept.fields) return kept.fields["key"] as Buffer;
    try {
      await this.#firestore.commit(create(keyPath, { key: randomBytes(keyBytes) }));
    } catch (error) {
      if (!(error instanceof FirestoreError && error.code === "ALREADY_EXISTS")) throw error;
    }
    return (await this.#firestore.get(keyPath)).fields?.["key"] as Buffer;
  }

  /** Rejects with `app-check-unavailable`. */
  async createToken(appID: string): Promise<ResponseOf<"appCheckToken">> {
    try {
      const service = await this.#service();
      const { token, ttlMillis } = await service.createToken(appID, { ttlMillis: limits.appCheckTtlMs });
      return { token, ttlMs: ttlMillis };
    } catch (error) {
      throw unavailable(error);
    }
  }

  /** Whether the token is one of this app. Rejects with `app-check-unavailable`. */
  async isValid(token: string, appID: string): Promise<boolean> {
    const service = await this.#service();
    try {
      return (await service.verifyToken(token)).appId === appID;
    } catch (error) {
      // The SDK has the same code for a bad token and for keys that it could not get.
      if (!/Error fetching/.test((error as Error).message)) return false;
      throw unavailable(error);
    }
  }
}

function unavailable(cause: unknown): ApiError {
  const message = "Firebase App Check does not answer this server as it should.";
  return new ApiError("app-check-unavailable", message, undefined, { cause });
}
