// A second connect: the same page after a reload, or another tab.
import { randomUUID } from "node:crypto";
import { expect } from "chai";
import { Timestamp } from "firebase-admin/firestore";
import {
  ago,
  changeParticipant,
  connect,
  connectRequest,
  createRoom,
  expectError,
  participant,
  seat,
} from "../stage/meeting.ts";

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
      await changeParticipant(uuid, participantID, { leaseUntil: ago(1) });
      await seat({ ...request, session: randomUUID() });
    });
  });
});
