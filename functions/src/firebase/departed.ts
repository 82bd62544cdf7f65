// departed/{userID}: users of rooms that were burned, kept by name alone and without the room, only so that sweeping can delete their
// Auth users. Rules let nobody read it.

export const departedUsers = "departed";

export function departedPath(userID: string): string {
  return `${departedUsers}/${userID}`;
}
