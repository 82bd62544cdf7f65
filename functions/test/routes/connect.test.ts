import { randomUUID } from "node:crypto";
import { endpoints, limits, ParticipantDocument } from "@meetogram/contract";
import { expect } from "chai";
import { FieldPath, Timestamp } from "firebase-admin/firestore";
import type { Response } from "supertest";
import { v5 } from "uuid";
import * as v from "valibot";
import { api } from "../stage/api.ts";
import { signIn } from "../stage/auth-emulator.ts";
import {
  ago,
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
  it("answers what the contract says", async () => {
    const { uuid, expiresAt } = await createRoom();
    const request = connectRequest(uuid);
    const answer = await seat(request);
    expect(v.parse(endpoints.connect.response, answer)).to.deep.equal(answer);
    expect(answer).to.deep.include({
      participantID: v5(request.userID, uuid),
      role: "guest",
      expiresAt,
      iceServers: [],
    });
    expect(Date.parse(answer.serverTime)).to.be.closeTo(Date.now(), 5_000);
  });

  it("writes the participant as others will read it", async () => {
    const { uuid } = await createRoom();
    const request = connectRequest(uuid, { constraints: { audio: false, video: true } });
    const { participantID } = await seat(request);
    const document = await participant(uuid, participantID);
    expect(document).to.have.all.keys(Object.keys(ParticipantDocument.entries));
    expect(v.parse(ParticipantDocument, document)).to.deep.include({
      constraints: { audio: false, video: true, screen: false },
      isActive: false,
      session: request.session,
      role: "guest",
      name: null,
      leaseUntil: (document["joinedAt"] as Timestamp).toMillis() + limits.leaseMs,
    });
    for (const field of ["joinedAt", "leaseUntil"]) {
      expect((document[field] as Timestamp).nanoseconds % 1_000_000, `${field} below a millisecond`).to.equal(0);
    }
  });

  it("gives a token that says whose seat it is, and that Auth takes", async () => {
    const { uuid } = await createRoom();
    const request = connectRequest(uuid);
    const { token, participantID } = await seat(request);
    const claims = await signIn(token);
    const { joinedAt } = await participant(uuid, participantID);
    expect(claims).to.include({
      sub: request.userID,
      room: uuid,
      participant: participantID,
      session: request.session,
      seat: (joinedAt as Timestamp).toMillis(),
      role: "guest",
    });
  });

  it("shows the user ID to nobody", async () => {
    const { uuid } = await createRoom();
    const request = connectRequest(uuid);
    const { participantID } = await seat(request);
    expect(JSON.stringify(await participant(uuid, participantID))).not.to.include(request.userID);
    const elsewhere = await createRoom();
    const other = await seat({ ...request, uuid: elsewhere.uuid });
    expect(other.participantID, "the same person in two rooms").not.to.equal(participantID);
  });

  it("takes UUIDs in capitals for the same", async () => {
    const { uuid } = await createRoom();
    const request = connectRequest(uuid);
    const lower = await seat(request);
    const upper = await seat({ ...request, uuid: uuid.toUpperCase(), userID: request.userID.toUpperCase() });
    expect(upper.participantID).to.equal(lower.participantID);
  });

  describe("again in the same session", () => {
    it("keeps the seat and the name, takes the new constraints and waits anew", async () => {
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

    it("joins later each time, also when the clock stands or goes back", async () => {
      const { uuid } = await createRoom();
      const request = connectRequest(uuid);
      const { participantID } = await seat(request);
      const future = Timestamp.fromMillis(Date.now() + 60_000);
      await changeParticipant(uuid, participantID, { joinedAt: future });
      await seat(request);
      const { joinedAt } = await participant(uuid, participantID);
      expect((joinedAt as Timestamp).toMillis()).to.equal(future.toMillis() + 1);
    });

    it("needs no password a second time, but refuses a wrong one", async () => {
      const { uuid } = await createRoom({ password: "open sesame" });
      const request = connectRequest(uuid);
      await seat({ ...request, password: "open sesame" });
      await seat(request);
      expectError(await connect({ ...request, password: "open barley" }), 403, "wrong-password");
      expectError(await connect({ ...request, session: randomUUID() }), 403, "wrong-password");
    });
  });

  describe("in another session", () => {
    it("moves the seat when told to", async () => {
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

  describe("as a host", () => {
    it("makes a host of who holds the key, and leaves it so without the key", async () => {
      const { uuid, hostKey } = await createRoom();
      const request = connectRequest(uuid);
      expect((await seat({ ...request, hostKey })).role).to.equal("host");
      const again = await seat(request);
      expect(again.role).to.equal("host");
      expect(await signIn(again.token)).to.include({ role: "host" });
      expect(await participant(uuid, again.participantID)).to.include({ role: "host" });
    });

    it("makes a host of a guest who comes back with the key", async () => {
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

    it("asks a host for the password too", async () => {
      const { uuid, hostKey } = await createRoom({ password: "open sesame" });
      expectError(await connect(connectRequest(uuid, { hostKey })), 403, "wrong-password");
      expect((await seat(connectRequest(uuid, { hostKey, password: "open sesame" }))).role).to.equal("host");
    });
  });

  describe("to a locked room", () => {
    it("lets in hosts and those who are seated, nobody else", async () => {
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
    it("counts seats with live leases, waiting ones too, and not one's own", async () => {
      const { uuid } = await createRoom({ capacity: 2 });
      const first = connectRequest(uuid);
      const { participantID } = await seat(first);
      await seat(connectRequest(uuid));
      expectError(await connect(connectRequest(uuid)), 409, "room-full");
      await seat(first);
      await changeParticipant(uuid, participantID, { leaseUntil: ago(1) });
      await seat(connectRequest(uuid));
      expectError(await connect(first), 409, "room-full");
    });

    it("seats exactly as many as it has seats when 20 ask at once", async () => {
      const { uuid } = await createRoom({ capacity: 8 });
      const responses = await Promise.all(Array.from({ length: 20 }, () => connect(connectRequest(uuid))));
      const statuses = responses.map(({ status }) => status).sort();
      expect(statuses).to.deep.equal([...Array<number>(8).fill(200), ...Array<number>(12).fill(409)]);
      expect((await firestore().collection(`rooms/${uuid}/users`).get()).size).to.equal(8);
    });
  });

  describe("with a password", () => {
    it("lets in who knows it, however the accents are composed", async () => {
      const { uuid } = await createRoom({ password: "caf\u00e9" });
      await seat(connectRequest(uuid, { password: "caf\u00e9" }));
      await seat(connectRequest(uuid, { password: "cafe\u0301" }));
    });

    it("refuses another one and none, and seats nobody by that", async () => {
      const { uuid } = await createRoom({ password: "open sesame" });
      expectError(await connect(connectRequest(uuid, { password: "open barley" })), 403, "wrong-password");
      expectError(await connect(connectRequest(uuid)), 403, "wrong-password");
      expect((await firestore().collection(`rooms/${uuid}/users`).get()).size).to.equal(0);
    });

    const guess = (uuid: string, password: string, address: string): Promise<Response> =>
      Promise.resolve(
        api.connect().post("/connect").set("x-forwarded-for", address).send(connectRequest(uuid, { password })),
      );

    it("takes no password for a while after wrong ones of the same caller, but lets others and known people in", async () => {
      const { uuid, hostKey } = await createRoom({ password: "open sesame" });
      const known = connectRequest(uuid, { password: "open sesame" });
      await seat(known);
      for (let attempt = 0; attempt < 3; attempt += 1) {
        expectError(await guess(uuid, `guess ${attempt}`, "192.0.2.3"), 403, "wrong-password");
      }
      // The caller waits a second now; far longer is set here, so that nothing depends on the speed of this test.
      const secret = firestore().doc(`rooms/${uuid}/private/secret`);
      const { byCaller } = (await secret.get()).get("attempts") as { byCaller: Record<string, object> };
      const [id = "", ...others] = Object.keys(byCaller);
      expect(others).to.deep.equal([]);
      expect(id).not.to.include("192");
      await secret.update(
        new FieldPath("attempts", "byCaller", id, "retryAt"),
        Timestamp.fromMillis(Date.now() + 30_000),
      );

      const refused = await guess(uuid, "open sesame", "192.0.2.3");
      expectError(refused, 429, "rate-limited");
      expect(Number(refused.headers["retry-after"])).to.be.within(28, 30);
      expect((await guess(uuid, "open sesame", "192.0.2.4")).status, "somebody else").to.equal(200);
      await seat(known);
      await seat(connectRequest(uuid, { hostKey, password: "open sesame" }));
    });

    it("slows everybody down when guesses come from many addresses", async () => {
      const { uuid } = await createRoom({ password: "open sesame" });
      const secret = firestore().doc(`rooms/${uuid}/private/secret`);
      const retryAt = Timestamp.fromMillis(Date.now() + 30_000);
      await secret.update({ "attempts.all": { failures: 40, lastAt: retryAt, retryAt } });
      expectError(await guess(uuid, "open sesame", "192.0.2.5"), 429, "rate-limited");
    });

    it("counts every one of many guesses made at once", async () => {
      const { uuid } = await createRoom({ password: "open sesame" });
      const guesses = Array.from({ length: 10 }, (_, index) => connect(connectRequest(uuid, { password: `${index}` })));
      const statuses = (await Promise.all(guesses)).map(({ status }) => status).sort();
      expect(statuses).to.deep.equal([...Array<number>(3).fill(403), ...Array<number>(7).fill(429)]);
    });
  });
});
