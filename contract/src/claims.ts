// The claims of a token. firestore.rules compares every one of them with the documents.
import type { Role } from "./endpoint-schemas.ts";

export interface TokenClaims {
  readonly room: string;
  readonly participant: string;
  readonly session: string;
  /**
   * `joinedAt` of the participant document, in milliseconds. A new connect changes it, and so ends
   * the earlier tokens.
   */
  readonly seat: number;
  readonly role: Role;
}
