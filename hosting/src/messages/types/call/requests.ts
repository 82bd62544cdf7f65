// What a host asks of somebody.

export interface RequestMessages {
  readonly mute: string;
  readonly muteAll: string;
  readonly askToSpeak: string;
  readonly lowerHand: string;
  readonly muted: (host: string) => string;
  readonly speak: (host: string) => string;
  readonly turnOn: string;
  readonly notNow: string;
}
