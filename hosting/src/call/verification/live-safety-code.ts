// The safety code as a person sees it: the pictures, whose part is missing, and who has come since
// the person compared it.
import type { Clock } from "../../platform/clock.ts";
import type { Seal } from "../sealing/seal.ts";
import { encodeBase64url } from "../../platform/base64url.ts";
import { createLastingMembers } from "./lasting-members.ts";
import { writeSafetyCode, type SafetyPicture } from "./safety-code.ts";
import { createVerification, type Members, type Verification } from "./verification.ts";

export interface SafetyCode {
  /** Four of them. Null while they are being worked out, and while nobody else is there. */
  readonly pictures: readonly SafetyPicture[] | null;
  /** The participants whose part is missing. */
  readonly awaited: readonly string[];
  /** Who has come since the code was compared. Null when it never was. */
  readonly newcomers: readonly string[] | null;
}

export interface LiveSafetyCode {
  readonly current: SafetyCode;
  /** The public keys of those with whom the code was compared. */
  readonly compared: readonly string[];
  /** The person has compared the code that is shown. */
  confirm(): void;
  review: Verification["review"];
  handleMessage: Verification["handleMessage"];
}

export const noSafetyCode: SafetyCode = { pictures: null, awaited: [], newcomers: null };

export function createLiveSafetyCode(options: {
  clock: Clock;
  seal: Seal;
  readMembers: () => Members | null;
  /** From before a reload. */
  compared: readonly string[];
  onChange: () => void;
  signal: AbortSignal;
}): LiveSafetyCode {
  const { seal, readMembers } = options;
  const compared = new Set(options.compared);
  let current = noSafetyCode;
  const whenLasting = createLastingMembers(options.clock, () => verification.review());
  const verification = createVerification({
    clock: options.clock,
    readMembers: () => (seal.isKeyed ? whenLasting(readMembers()) : null),
    stretch: seal.stretch,
    hash,
    createNonce: () => encodeBase64url(crypto.getRandomValues(new Uint8Array(32))),
    onChange: update,
    signal: options.signal,
  });

  function update() {
    const { code, awaited } = verification;
    const newcomers = readMembers()?.others.filter(({ signer }) => !compared.has(signer)) ?? [];
    current = {
      pictures: code && writeSafetyCode(code),
      awaited,
      newcomers: compared.size === 0 ? null : newcomers.map(({ participantID }) => participantID),
    };
    options.onChange();
  }

  return {
    get current() {
      return current;
    },
    get compared() {
      return [...compared];
    },
    confirm() {
      if (verification.code === null) return;
      for (const { signer } of readMembers()?.others ?? []) compared.add(signer);
      update();
    },
    review: verification.review,
    handleMessage: verification.handleMessage,
  };
}

async function hash(text: string): Promise<string> {
  return encodeBase64url(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text))));
}
