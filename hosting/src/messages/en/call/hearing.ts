// Whether somebody hears this person.
import type { HearingMessages } from "../../types/call/hearing.ts";

export const hearing: HearingMessages = {
  yes: "Hears you",
  no: (name) => `${name} may not hear you`,
  blocked: (name) => `${name} does not hear you: sound is blocked there`,
  unheard: "Their microphone is on, but no sound arrives here",
};
