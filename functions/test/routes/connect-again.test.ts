// A second connect: the same page after a reload, or another tab.
import { randomUUID } from "node:crypto";
import { limits, paths } from "@meetogram/contract";
import { expect } from "chai";
import { Timestamp } from "firebase-admin/firestore";
import {
  enter,
  firestore,
  inRoom,
  lapsed,
  changeParticipant,
  connect,
  connectRequest,
  createRoom,
  expectError,
  participant,
  seat,
} from "../stage/meeting.ts";
import { signIn } from "../stage/auth-emulator.ts";

describe("connect", () => {
  describe("again in the same session", () => {
    it("keeps the seat and the name, takes the new constraints and returns to the lobby", async () => {
      const { uuid } = await createRoom({ capacity: 2 });
      const request = connectRequest(uuid);
      const { participantID } = await seat(request);
      await seat(connectRequest(uuid));
      const before = await participant(uuid, participantID);
      await changeParticipant(uuid, participantID, { isActive: true, name: "c2VhbGVk" });

      const again = await seat({ ...request, constraints: { audio: false, video: true } });
      expect(again.participantID).to.equal(participantID);
      const after = await participant(uuid, participantID);
      expect(after).to.deep.include({
        constraints: { audio: false, video: true, screen: false },
        isActive: false,
        name: "c2VhbGVk",
        session: request.session,
      });
      expect((after["joinedAt"] as Timestamp).toMillis()).to.be.above((before["joinedAt"] as Timestamp).toMillis());
    });

    it("gets a later joinedAt each time, even if the clock stops or goes back", async () => {
      const { uuid } = await createRoom();
      const request = connectRequest(uuid);
      const { participantID } = await seat(request);
      const future = Timestamp.fromMillis(Date.now() + 60_000);
      await changeParticipant(uuid, participantID, { joinedAt: future });
      await seat(request);
      const { joinedAt } = await participant(uuid, participantID);
      expect((joinedAt as Timestamp).toMillis()).to.equal(future.toMillis() + 1);
    });

    it("needs no second password, but refuses a wrong one", async () => {
      const { uuid } = await createRoom({ password: "open sesame" });
      const request = connectRequest(uuid);
      await seat({ ...request, password: "open sesame" });
      await seat(request);
      expectError(await connect({ ...request, password: "open barley" }), 403, "wrong-password");
      expectError(await connect({ ...request, session: randomUUID() }), 403, "wrong-password");
    });
  });

  describe("for a seat whose lease has lapsed", () => {
    const seatOf = async (uuid: string, participantID: string) =>
      ((await participant(uuid, participantID))["joinedAt"] as Timestamp).toMillis();

    it("gives the same seat back, as it was, with a new lease", async () => {
      const { uuid } = await createRoom();
      const request = connectRequest(uuid);
      const { participantID } = await seat(request);
      const kept = await seatOf(uuid, participantID);
      const state = { isActive: true, name: "c2VhbGVk", constraints: { audio: false, video: false, screen: true } };
      await changeParticipant(uuid, participantID, { ...state, leaseUntil: lapsed() });

      await seat({ ...request, seat: kept });
      const after = await participant(uuid, participantID);
      expect(after).to.deep.include({ ...state, session: request.session });
      expect(await seatOf(uuid, participantID)).to.equal(kept);
      expect((after["leaseUntil"] as Timestamp).toMillis()).to.be.above(Date.now() + limits.leaseMs - 60_000);
    });

    it("gives it back after others have deleted it, to whom the token names", async () => {
      const { uuid } = await createRoom();
      const request = connectRequest(uuid);
      const { participantID } = await seat(request);
      const kept = await seatOf(uuid, participantID);
      await firestore().doc(paths.user(uuid, participantID)).delete();
      const { token } = await seat({ ...request, seat: kept });
      expect(await seatOf(uuid, participantID)).to.equal(kept);
      expect(await participant(uuid, participantID)).to.include({ isActive: false, role: "guest" });
      expect(await signIn(token)).to.include({ seat: kept });
    });

    it("refuses it when a newer page or another session has the seat, lapsed or not", async () => {
      const { uuid } = await createRoom();
      const request = connectRequest(uuid);
      const { participantID } = await seat(request);
      const kept = await seatOf(uuid, participantID);
      await seat(request);
      expectError(await connect({ ...request, seat: kept }), 409, "already-connected");
      await seat({ ...request, session: randomUUID(), takeOver: true });
      await changeParticipant(uuid, participantID, { leaseUntil: lapsed() });
      expectError(await connect({ ...request, seat: kept }), 409, "already-connected");
    });

    it("refuses it like any seat: to the removed, in a full room, and in the future", async () => {
      const { uuid, hostKey } = await createRoom({ capacity: 2 });
      const [first, second] = [await enter(uuid), await enter(uuid)];
      const kept = await seatOf(uuid, first.seated.participantID);
      await changeParticipant(uuid, first.seated.participantID, { leaseUntil: lapsed() });
      await enter(uuid);
      expectError(await connect({ ...first.request, seat: kept }), 409, "room-full");
      expectError(await connect({ ...second.request, seat: Date.now() + 60_000 }), 409, "already-connected");
      await firestore().doc(paths.user(uuid, second.seated.participantID)).delete();
      expectError(await connect({ ...second.request, seat: Date.now() + 60_000 }), 400, "invalid-request");
      await inRoom(uuid, "remove", { hostKey, participantID: second.seated.participantID });
      expectError(await connect({ ...second.request, seat: kept }), 403, "removed");
    });
  });

  describe("in another session", () => {
    it("moves the seat on request", async () => {
      const { uuid } = await createRoom();
      const request = connectRequest(uuid);
      const { participantID } = await seat(request);
      const session = randomUUID();
      expectError(await connect({ ...request, session }), 409, "already-connected");
      expectError(await connect({ ...request, session, takeOver: false }), 409, "already-connected");
      await seat({ ...request, session, takeOver: true });
      expect((await participant(uuid, participantID))["session"]).to.equal(session);
    });

    it("takes the seat when its lease has run out", async () => {
      const { uuid } = await createRoom();
      const request = connectRequest(uuid);
      const { participantID } = await seat(request);
      await changeParticipant(uuid, participantID, { leaseUntil: lapsed() });
      await seat({ ...request, session: randomUUID() });
    });
  });
});
