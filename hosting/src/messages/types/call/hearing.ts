// Whether somebody hears this person.

export interface HearingMessages {
  readonly yes: string;
  readonly no: (name: string) => string;
  readonly blocked: (name: string) => string;
  /** Their microphone is on, and no audio arrives. */
  readonly unheard: string;
}
