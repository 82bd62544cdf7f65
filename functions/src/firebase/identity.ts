// rooms/{uuid}/private/{participantID}: which user a participant is, kept only so that sweeping a room can delete its Auth users.
// departed/{userID}: users of rooms that were burned, for the same purpose. Rules let nobody read either.

export interface Identity {
  readonly userID: string;
}

export function identityPath(room: string, participantID: string): string {
  return `rooms/${room}/private/${participantID}`;
}

export function privatePath(room: string): string {
  return `rooms/${room}/private`;
}

export const departedUsers = "departed";

export function departedPath(userID: string): string {
  return `${departedUsers}/${userID}`;
}
