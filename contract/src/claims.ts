// What a token says. firestore.rules compares every field with the documents.
import type { Role } from "./endpoints.ts";

export interface TokenClaims {
  readonly room: string;
  readonly participant: string;
  readonly session: string;
  /** `joinedAt` of the participant document in milliseconds: a new connect ends the tokens of the one before. */
  readonly seat: number;
  readonly role: Role;
}
