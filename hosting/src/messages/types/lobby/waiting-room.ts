// The texts for whoever knocks.

export interface WaitingRoomMessages {
  readonly ask: string;
  readonly asking: string;
  readonly asked: string;
  readonly hostAway: string;
  readonly cancel: string;
}
