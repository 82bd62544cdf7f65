// The Auth users of participants. Each belongs to one room, like its participantID: erasing a room
// can delete its accounts without ending a visit to another room. The prefix tells them from other
// users of the project.
import type { Auth, UserRecord } from "firebase-admin/auth";
import { deriveParticipantID } from "../participant-id.ts";
import { listKnownUsers } from "./admission/known-users.ts";

const prefix = "meetogram-";
/** The limits of getUsers, and of deleteUsers and listUsers. */
const readAtOnce = 100;
const usersPerCall = 1_000;

export function accountOf(participantID: string): string {
  return prefix + participantID;
}

/** Of everybody who has been in the room. Who never signed in has none. */
export function listAccounts(uuid: string, known: Buffer): string[] {
  return listKnownUsers(known).map((userID) => accountOf(deriveParticipantID(userID, uuid)));
}

export async function countAccounts(auth: Auth, accounts: readonly string[]): Promise<number> {
  let count = 0;
  for (let start = 0; start < accounts.length; start += readAtOnce) {
    const { users } = await auth.getUsers(accounts.slice(start, start + readAtOnce).map((uid) => ({ uid })));
    count += users.length;
  }
  return count;
}

/** Resolves to how many there were. */
export async function deleteAccounts(auth: Auth, accounts: readonly string[]): Promise<number> {
  let deleted = 0;
  for (let start = 0; start < accounts.length; start += usersPerCall) {
    const { successCount, errors } = await auth.deleteUsers(accounts.slice(start, start + usersPerCall));
    deleted += successCount;
    if (errors[0]) throw errors[0].error;
  }
  return deleted;
}

/** Deletes the accounts that got no token since then. A client in a room gets one every hour. */
export async function deleteIdleAccounts(auth: Auth, sinceMs: number): Promise<number> {
  const idle: string[] = [];
  let page: string | undefined;
  do {
    const { users, pageToken } = await auth.listUsers(usersPerCall, page);
    idle.push(
      ...users.filter((user) => user.uid.startsWith(prefix) && lastTokenMs(user) < sinceMs).map(({ uid }) => uid),
    );
    page = pageToken;
  } while (page !== undefined);
  return deleteAccounts(auth, idle);
}

function lastTokenMs({ metadata }: UserRecord): number {
  const times = [metadata.lastRefreshTime, metadata.lastSignInTime, metadata.creationTime];
  return Math.max(...times.map((time) => (time ? Date.parse(time) : 0)));
}
