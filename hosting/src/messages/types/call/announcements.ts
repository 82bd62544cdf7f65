// What screen readers read aloud during a call.

export interface AnnouncementMessages {
  readonly audio: (name: string, isOn: boolean) => string;
  readonly screen: (name: string, isOn: boolean) => string;
  readonly ownAudio: (isOn: boolean) => string;
  readonly host: (isHost: boolean) => string;
  readonly lock: (isLocked: boolean) => string;
}
