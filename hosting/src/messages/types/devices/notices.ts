// The texts about a camera and a microphone that are not what the person expects.

type Device = "camera" | "microphone";
type Named = Readonly<Record<Device, (name: string) => string>>;

export interface MediaNoticeMessages {
  readonly unanswered: string;
  readonly unansweredHow: Readonly<Record<Device | "both", string>>;
  readonly slow: Readonly<Record<Device, string>>;
  readonly blocked: Readonly<Record<Device | "both", string>>;
  readonly blockedHow: string;
  readonly muted: Readonly<Record<Device, string>>;
  readonly mutedHow: Readonly<Record<Device, string>>;
  readonly openAgain: string;
  readonly replaced: Named;
  readonly returned: (name: string) => string;
  readonly useReturned: string;
  readonly silent: string;
  readonly silentHow: string;
  readonly blur: string;
  /** Where only the system changes it. */
  readonly blurOfSystem: (isOn: boolean) => string;
  readonly blurRefused: (isOn: boolean) => string;
  readonly blurRefusedHow: string;
}
