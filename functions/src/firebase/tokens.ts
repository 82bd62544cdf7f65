// The custom tokens of seats. A token is valid as long as the participant document has this session
// and this `joinedAt`. In production the IAM Credentials API signs it, if the project allows that.
import type { TokenClaims } from "@meetogram/contract";
import { createCustomToken } from "../google/custom-token.ts";
import type { ServiceAccount } from "../google/service-account.ts";
import { accountOf } from "./accounts.ts";
import type { Services } from "./services.ts";
import type { Seat } from "./user.ts";

/** Of this process. One signature proves that there will be others. */
let hasSigned = false;

export class Tokens {
  readonly #account: ServiceAccount;

  constructor({ account }: Services) {
    this.#account = account;
  }

  /** Rejects if a token could not be signed, so that nobody takes a seat in vain. */
  async ready(): Promise<void> {
    if (!hasSigned) await this.#sign("meetogram", {});
  }

  async create({ room, participantID, session, joinedAtMs, role }: Seat): Promise<string> {
    const claims: TokenClaims = { room, participant: participantID, session, seat: joinedAtMs, role };
    return this.#sign(accountOf(participantID), claims);
  }

  async #sign(uid: string, claims: object): Promise<string> {
    hasSigned = false;
    const token = await createCustomToken(this.#account, uid, claims);
    hasSigned = true;
    return token;
  }
}
