import { randomUUID } from "node:crypto";
import { paths } from "@meetogram/contract";
import { expect } from "chai";
import { Timestamp } from "firebase-admin/firestore";
import db from "../../src/firebase/firebase.ts";
import { sweep } from "../../src/index.ts";
import { hasUser, signIn } from "../stage/auth-emulator.ts";
import { changeRoom, connectRequest, createRoom, documentsOf, firestore, seat } from "../stage/meeting.ts";

const hourMs = 60 * 60_000;

interface Meeting {
  readonly uuid: string;
  readonly userID: string;
  readonly participantID: string;
}

/** A room with one signed-in user, and unread signals for this user and for one who has left. */
async function meet(userID: string = randomUUID()): Promise<Meeting> {
  const { uuid } = await createRoom();
  const { token, participantID } = await seat(connectRequest(uuid, { userID }));
  await signIn(token);
  await firestore().collection(paths.inbox(uuid, participantID)).add({ payload: "x" });
  await firestore().collection(paths.inbox(uuid, randomUUID())).add({ payload: "x" });
  return { uuid, userID, participantID };
}

const at = (ms: number): Timestamp => Timestamp.fromMillis(ms);

describe("the sweep", () => {
  it("deletes a room that expired hours ago, all documents below it, and its Auth users", async () => {
    const { uuid, userID } = await meet();
    expect(await hasUser(userID)).to.equal(true);
    const nowMs = Date.now() + 6 * hourMs;
    await changeRoom(uuid, { expireAt: at(nowMs - 3 * hourMs) });
    await db.sweep.sweepExpiredRooms(nowMs);
    expect(await documentsOf(uuid)).to.equal(0);
    expect(await hasUser(userID)).to.equal(false);
  });

  it("keeps an open room, and an expired one whose tokens may still be valid", async () => {
    const open = await meet();
    const fresh = await meet();
    const nowMs = Date.now() + 6 * hourMs;
    await changeRoom(open.uuid, { expireAt: at(nowMs + 1) });
    await changeRoom(fresh.uuid, { expireAt: at(nowMs - hourMs) });
    const before = await documentsOf(open.uuid);
    await db.sweep.sweepExpiredRooms(nowMs);
    expect(await documentsOf(open.uuid)).to.equal(before);
    expect(await documentsOf(fresh.uuid)).to.equal(before);
    expect([await hasUser(open.userID), await hasUser(fresh.userID)]).to.deep.equal([true, true]);
  });

  it("keeps the Auth user of somebody who got a token in another room since", async () => {
    const { uuid, userID } = await meet();
    await changeRoom(uuid, { expireAt: at(Date.now() - 3 * hourMs) });
    await db.sweep.sweepExpiredRooms(Date.now());
    expect(await documentsOf(uuid)).to.equal(0);
    expect(await hasUser(userID)).to.equal(true);
  });

  it("runs on schedule", async () => {
    const { uuid } = await meet();
    await changeRoom(uuid, { expireAt: at(Date.now() - 3 * hourMs) });
    await sweep.run({ scheduleTime: new Date().toISOString() });
    expect(await documentsOf(uuid)).to.equal(0);
  });
});
