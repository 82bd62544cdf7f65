import { randomUUID } from "node:crypto";
import { paths } from "@meetogram/contract";
import { expect } from "chai";
import { getApps } from "firebase-admin/app";
import { getAuth } from "firebase-admin/auth";
import { Timestamp } from "firebase-admin/firestore";
import db from "../../src/firebase/firebase.ts";
import { sweep } from "../../src/index.ts";
import { hasAccount, signIn } from "../stage/auth-emulator.ts";
import { changeRoom, connectRequest, createRoom, documentsOf, firestore, seat } from "../stage/meeting.ts";

const hourMs = 60 * 60_000;

interface Meeting {
  readonly uuid: string;
  readonly participantID: string;
}

/** A room with one signed-in user, and unread signals for this user and for one who has left. */
async function meet(): Promise<Meeting> {
  const { uuid } = await createRoom();
  const { token, participantID } = await seat(connectRequest(uuid));
  await signIn(token);
  await firestore().collection(paths.inbox(uuid, participantID)).add({ payload: "x" });
  await firestore().collection(paths.inbox(uuid, randomUUID())).add({ payload: "x" });
  return { uuid, participantID };
}

const at = (ms: number): Timestamp => Timestamp.fromMillis(ms);

describe("the sweep", () => {
  it("deletes a room that expired hours ago, all documents below it, and its Auth users", async () => {
    const { uuid, participantID } = await meet();
    expect(await hasAccount(participantID)).to.equal(true);
    const nowMs = Date.now() + 6 * hourMs;
    await changeRoom(uuid, { expireAt: at(nowMs - 3 * hourMs) });
    await db.sweep.sweepExpiredRooms(nowMs);
    expect(await documentsOf(uuid)).to.equal(0);
    expect(await hasAccount(participantID)).to.equal(false);
  });

  it("keeps an open room, and an expired one whose tokens may still be valid", async () => {
    const open = await meet();
    const fresh = await meet();
    const nowMs = Date.now() + 1.5 * hourMs;
    await changeRoom(open.uuid, { expireAt: at(nowMs + 1) });
    await changeRoom(fresh.uuid, { expireAt: at(nowMs - hourMs) });
    const before = await documentsOf(open.uuid);
    await db.sweep.sweepExpiredRooms(nowMs);
    expect(await documentsOf(open.uuid)).to.equal(before);
    expect(await documentsOf(fresh.uuid)).to.equal(before);
    const accounts = [open, fresh].map(({ participantID }) => hasAccount(participantID));
    expect(await Promise.all(accounts)).to.deep.equal([true, true]);
  });

  it("deletes an account that appears after its room was erased, once it is idle, and nobody else's", async () => {
    const { uuid, hostKey } = await createRoom();
    const { token, participantID } = await seat(connectRequest(uuid));
    await db.erasure.burnRoom({ uuid, hostKey }, Date.now());
    await signIn(token);
    const auth = getAuth(getApps()[0]);
    const { uid } = await auth.createUser({ email: `${randomUUID()}@example.com` });
    await db.sweep.sweepExpiredRooms(Date.now());
    expect(await hasAccount(participantID), "its token may be in use").to.equal(true);
    await db.sweep.sweepExpiredRooms(Date.now() + 6 * hourMs);
    expect(await hasAccount(participantID)).to.equal(false);
    expect((await auth.getUser(uid)).uid, "a user of another application").to.equal(uid);
  });

  it("runs on schedule", async () => {
    const { uuid } = await meet();
    await changeRoom(uuid, { expireAt: at(Date.now() - 3 * hourMs) });
    await sweep.run({ scheduleTime: new Date().toISOString() });
    expect(await documentsOf(uuid)).to.equal(0);
  });
});
