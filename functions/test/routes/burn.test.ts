import { paths } from "@meetogram/contract";
import { expect } from "chai";
import { Timestamp } from "firebase-admin/firestore";
import { getApps } from "firebase-admin/app";
import { getAuth } from "firebase-admin/auth";
import db from "../../src/firebase/firebase.ts";
import { api } from "../stage/api.ts";
import { signIn } from "../stage/auth-emulator.ts";
import {
  ago,
  changeParticipant,
  connect,
  connectRequest,
  createRoom,
  documentsOf,
  expectError,
  expireRoom,
  firestore,
  inRoom,
  seat,
} from "../stage/meeting.ts";

describe("burn", () => {
  it("immediately erases a room with all documents below it, for its host", async () => {
    const { uuid, hostKey } = await createRoom({ password: "p" });
    const guests = [1, 2, 3].map(() => connectRequest(uuid, { password: "p" }));
    for (const guest of guests) {
      const { participantID } = await seat(guest);
      await firestore().collection(paths.inbox(uuid, participantID)).add({ payload: "sealed" });
    }
    expect(await documentsOf(uuid)).to.equal(2 + 3 * 2);
    const response = await inRoom(uuid, "burn", { hostKey });
    expect(response.body).to.deep.equal({ uuid });
    expect(await documentsOf(uuid)).to.equal(0);
    expectError(await connect(guests[0]!), 404, "room-not-found");
    expectError(await api.room().get(`/room/${uuid}/stored`), 404, "room-not-found");
    expectError(await inRoom(uuid, "burn", { hostKey }), 404, "room-not-found");
  });

  it("is for the last participant too, but not for one of two", async () => {
    const { uuid } = await createRoom();
    const { userID, session } = connectRequest(uuid);
    await seat(connectRequest(uuid, { userID, session }));
    const { participantID: other } = await seat(connectRequest(uuid));
    expectError(await inRoom(uuid, "burn", { userID, session }), 403, "host-only");
    await changeParticipant(uuid, other, { leaseUntil: ago(1) });
    expect((await inRoom(uuid, "burn", { userID, session })).status).to.equal(200);
    expect(await documentsOf(uuid)).to.equal(0);
  });

  it("is not for somebody who was the last one earlier", async () => {
    const { uuid } = await createRoom();
    const { userID, session } = connectRequest(uuid);
    const { participantID } = await seat(connectRequest(uuid, { userID, session }));
    await changeParticipant(uuid, participantID, { leaseUntil: ago(1) });
    expectError(await inRoom(uuid, "burn", { userID, session }), 403, "host-only");
  });

  it("erases a room that has expired, without waiting for the sweep", async () => {
    const { uuid, hostKey } = await createRoom();
    await seat(connectRequest(uuid));
    await expireRoom(uuid);
    expect((await inRoom(uuid, "burn", { hostKey })).status).to.equal(200);
    expect(await documentsOf(uuid)).to.equal(0);
  });

  it("admits nobody who connects at the same moment", async () => {
    const { uuid, hostKey } = await createRoom();
    const [burned, ...seats] = await Promise.all([
      inRoom(uuid, "burn", { hostKey }),
      ...Array.from({ length: 6 }, () => connect(connectRequest(uuid))),
    ]);
    expect(burned?.status).to.equal(200);
    expect(seats.every(({ status }) => [200, 400, 404].includes(status))).to.equal(true);
    expect(await documentsOf(uuid)).to.equal(0);
  });

  it("leaves the Auth users to the sweep, without their room", async () => {
    const { uuid, hostKey } = await createRoom();
    const request = connectRequest(uuid);
    await signIn((await seat(request)).token);
    await inRoom(uuid, "burn", { hostKey });
    const note = firestore().doc(`departed/${request.userID}`);
    expect(Object.keys((await note.get()).data() ?? {})).to.deep.equal(["at"]);
    const users = async (): Promise<number> =>
      (await getAuth(getApps()[0]).getUsers([{ uid: request.userID }])).users.length;

    await db.sweep.sweepExpiredRooms(Date.now());
    expect(await users(), "while tokens may live").to.equal(1);
    await note.update({ at: Timestamp.fromMillis(Date.now()) });
    await db.sweep.sweepExpiredRooms(Date.now() + 6 * 60 * 60_000);
    expect([await users(), (await note.get()).exists]).to.deep.equal([0, false]);
  });
});
