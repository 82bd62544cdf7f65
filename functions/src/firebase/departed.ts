// departed/{userID}: the users of burned rooms. The sweep needs them to delete the Auth users. A
// document holds no room, and the rules let nobody read it.

export const departedUsers = "departed";

export function departedPath(userID: string): string {
  return `${departedUsers}/${userID}`;
}
