// rooms/{uuid}/private/secret: hashes, known users, and failed password attempts. The rules deny
// all access.
import * as v from "valibot";
import { Attempts, noAttempts } from "./admission/attempts.ts";
import { Refusals } from "./admission/refusals.ts";
import type { Snapshot } from "../firestore/reader.ts";
import { Timestamp } from "../firestore/timestamp.ts";
import { Moves } from "./kept-moves.ts";

const Secret = v.object({
  hostKeyHash: v.string(),
  /**
   * True after a host has handed the role over: the key is still recognized, but grants nothing.
   */
  isHostKeyRetired: v.boolean(),
  /** Of the proof that a caller has the link's key. Null in a room that asks for none. */
  linkProofHash: v.optional(v.nullable(v.string()), null),
  passwordHash: v.nullable(v.string()),
  /** Random, base64url. */
  salt: v.string(),
  /** Everybody who has been in the room: see known-users.ts. */
  known: v.instance(Buffer),
  /** When a guest first asked to erase the room, with no host since: see absent-host.ts. */
  eraseAskedAt: v.optional(v.nullable(v.instance(Timestamp)), null),
  attempts: Attempts,
  /** Whom hosts have refused in the waiting room: see refusals.ts. */
  refusals: v.optional(Refusals, {}),
  /** Seats on their way to another device: see kept-moves.ts. */
  moves: v.optional(Moves, {}),
});
export type Secret = v.InferOutput<typeof Secret>;

export function createSecret(secret: Pick<Secret, "hostKeyHash" | "linkProofHash" | "passwordHash" | "salt">): Secret {
  return {
    ...secret,
    isHostKeyRetired: false,
    known: Buffer.alloc(0),
    eraseAskedAt: null,
    attempts: noAttempts(),
    refusals: {},
    moves: {},
  };
}

export function readSecret({ fields }: Snapshot): Secret {
  return v.parse(Secret, fields);
}
