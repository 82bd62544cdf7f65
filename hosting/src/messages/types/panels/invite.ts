// The texts of inviting people, and of going on with another device.

export interface InviteMessages {
  readonly heading: string;
  readonly close: string;
  readonly open: string;
  readonly copy: string;
  readonly copied: string;
  readonly share: string;
  readonly mail: string;
  readonly copyMessage: string;
  readonly subject: string;
  /** To be pasted anywhere. */
  readonly message: (link: string) => string;
  readonly code: string;
  readonly codeHint: string;
  readonly lives: (until: string) => string;
  readonly livesUnknown: string;
  readonly moving: {
    readonly open: string;
    readonly heading: string;
    readonly how: string;
    readonly host: string;
    readonly warning: string;
    readonly code: string;
    readonly loading: string;
    readonly over: string;
    readonly failed: string;
    readonly again: string;
  };
  readonly calendar: {
    readonly heading: string;
    readonly when: string;
    readonly missing: string;
    readonly past: string;
    readonly howLong: string;
    readonly minutes: (count: number) => string;
    readonly title: string;
    readonly text: (link: string) => string;
    readonly tooLate: string;
    readonly save: string;
    readonly saved: string;
  };
}
