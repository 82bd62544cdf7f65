// rooms/{uuid}/private/{participantID}: which user a participant is, kept only so that sweeping a room can delete its Auth users.
// Rules let nobody read it.

export interface Identity {
  readonly userID: string;
}

export function identityPath(room: string, participantID: string): string {
  return `rooms/${room}/private/${participantID}`;
}

export function privatePath(room: string): string {
  return `rooms/${room}/private`;
}
