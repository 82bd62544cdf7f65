import { endpoints, limits, ParticipantDocument } from "@meetogram/contract";
import { expect } from "chai";
import type { Timestamp } from "firebase-admin/firestore";
import { v5 } from "uuid";
import * as v from "valibot";
import { accountOf } from "../../src/firebase/accounts.ts";
import { signIn } from "../stage/auth-emulator.ts";
import { connect, connectRequest, createRoom, expectError, inRoom, participant, seat } from "../stage/meeting.ts";

describe("connect", () => {
  it("answers what the contract says", async () => {
    const { uuid, expiresAt } = await createRoom();
    const request = connectRequest(uuid);
    const askedAtMs = Date.now();
    const answer = await seat(request);
    const answeredAtMs = Date.now();
    expect(v.parse(endpoints.connect.response, answer)).to.deep.equal(answer);
    expect(answer).to.deep.include({
      participantID: v5(request.userID, uuid),
      role: "guest",
      expiresAt,
      iceServers: [],
    });
    expect(Date.parse(answer.serverTime)).to.be.within(askedAtMs, answeredAtMs);
  });

  it("writes the participant document that others read", async () => {
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

  it("gives a token that names the seat, and that Auth accepts", async () => {
    const { uuid } = await createRoom();
    const request = connectRequest(uuid);
    const { token, participantID } = await seat(request);
    const claims = await signIn(token);
    const { joinedAt } = await participant(uuid, participantID);
    expect(claims).to.include({
      sub: accountOf(participantID),
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

  it("accepts a user ID of an undefined UUID version, and finds no room of one", async () => {
    const { uuid } = await createRoom();
    const request = connectRequest(uuid, { userID: "9f3c1f52-6c1e-9c8e-0a55-0d6f0b6f8a11" });
    expect((await seat(request)).participantID).to.equal((await seat(request)).participantID);
    const nowhere = "9f3c1f52-6c1e-0c8e-0a55-0d6f0b6f8a11";
    expectError(await connect({ ...request, uuid: nowhere }), 404, "room-not-found");
    const { userID, session } = request;
    expectError(await inRoom(nowhere, "burn", { userID, session }), 404, "room-not-found");
  });

  it("accepts UUIDs in upper case as the same", async () => {
    const { uuid } = await createRoom();
    const request = connectRequest(uuid);
    const lower = await seat(request);
    const upper = await seat({ ...request, uuid: uuid.toUpperCase(), userID: request.userID.toUpperCase() });
    expect(upper.participantID).to.equal(lower.participantID);
  });
});
