// Who is admitted, and in which role: hosts, locked rooms, full rooms.
import { limits } from "@meetogram/contract";
import { expect } from "chai";
import { signIn } from "../stage/auth-emulator.ts";
import {
  ago,
  enter,
  inRoom,
  lapsed,
  changeParticipant,
  changeRoom,
  connect,
  connectRequest,
  createRoom,
  expectError,
  firestore,
  participant,
  seat,
} from "../stage/meeting.ts";

describe("connect", () => {
  describe("as a host", () => {
    it("makes the holder of the key a host, who stays a host without the key", async () => {
      const { uuid, hostKey } = await createRoom();
      const request = connectRequest(uuid);
      expect((await seat({ ...request, hostKey })).role).to.equal("host");
      const again = await seat(request);
      expect(again.role).to.equal("host");
      expect(await signIn(again.token)).to.include({ role: "host" });
      expect(await participant(uuid, again.participantID)).to.include({ role: "host" });
    });

    it("makes a guest who returns with the key a host", async () => {
      const { uuid, hostKey } = await createRoom();
      const request = connectRequest(uuid);
      expect((await seat(request)).role).to.equal("guest");
      expect((await seat({ ...request, hostKey })).role).to.equal("host");
    });

    it("refuses the key of another room", async () => {
      const { uuid } = await createRoom();
      const { hostKey } = await createRoom();
      expectError(await connect(connectRequest(uuid, { hostKey })), 403, "wrong-password");
    });

    it("requires the password from a host too", async () => {
      const { uuid, hostKey } = await createRoom({ password: "open sesame" });
      expectError(await connect(connectRequest(uuid, { hostKey })), 403, "wrong-password");
      expect((await seat(connectRequest(uuid, { hostKey, password: "open sesame" }))).role).to.equal("host");
    });
  });

  describe("as a host, to a room full of strangers who wait", () => {
    it("always admits the holder of the key, and who was made host", async () => {
      const { uuid, hostKey } = await createRoom({ capacity: 2 });
      const strangers = [await enter(uuid), await enter(uuid)];
      expectError(await connect(connectRequest(uuid)), 409, "room-full");
      const host = connectRequest(uuid, { hostKey });
      const { participantID, role } = await seat(host);
      expect(role).to.equal("host");

      await changeParticipant(uuid, strangers[0]!.seated.participantID, { leaseUntil: lapsed() });
      const next = await enter(uuid, { hostKey });
      await inRoom(uuid, "handOver", { participantID: next.seated.participantID, ...next.proof });
      await firestore().doc(`rooms/${uuid}/users/${next.seated.participantID}`).delete();
      expect((await seat(next.request)).role).to.equal("host");
      await firestore().doc(`rooms/${uuid}/users/${participantID}`).delete();
      expectError(await connect(connectRequest(uuid, { hostKey })), 409, "room-full");
    });

    it("leaves no seat to guests while hosts and strangers hold as many as there are", async () => {
      const { uuid, hostKey } = await createRoom({ capacity: 2 });
      await enter(uuid);
      await enter(uuid, { hostKey });
      expectError(await connect(connectRequest(uuid)), 409, "room-full");
    });
  });

  describe("to a locked room", () => {
    it("admits hosts and seated participants only", async () => {
      const { uuid, hostKey } = await createRoom();
      const request = connectRequest(uuid);
      const { participantID } = await seat(request);
      await changeRoom(uuid, { isLocked: true });
      expectError(await connect(connectRequest(uuid)), 403, "room-locked");
      await seat(request);
      await seat(connectRequest(uuid, { hostKey }));

      await firestore().recursiveDelete(firestore().doc(`rooms/${uuid}/users/${participantID}`));
      expectError(await connect(request), 403, "room-locked");
    });
  });

  describe("to a room with few seats", () => {
    it("counts seats with live leases, also in the lobby, but not the caller's own", async () => {
      const { uuid } = await createRoom({ capacity: 2 });
      const first = connectRequest(uuid);
      const { participantID } = await seat(first);
      await seat(connectRequest(uuid));
      expectError(await connect(connectRequest(uuid)), 409, "room-full");
      await seat(first);
      // As long as a clock may still believe in it.
      await changeParticipant(uuid, participantID, { leaseUntil: ago(2 * limits.leaseToleranceMs - 10_000) });
      expectError(await connect(connectRequest(uuid)), 409, "room-full");
      await changeParticipant(uuid, participantID, { leaseUntil: lapsed() });
      await seat(connectRequest(uuid));
      expectError(await connect(first), 409, "room-full");
    });

    it("seats exactly as many as it has seats if 20 connect at once", async () => {
      const { uuid } = await createRoom({ capacity: 8 });
      const responses = await Promise.all(Array.from({ length: 20 }, () => connect(connectRequest(uuid))));
      const statuses = responses.map(({ status }) => status).sort();
      expect(statuses).to.deep.equal([...Array<number>(8).fill(200), ...Array<number>(12).fill(409)]);
      expect((await firestore().collection(`rooms/${uuid}/users`).get()).size).to.equal(8);
    });
  });
});
