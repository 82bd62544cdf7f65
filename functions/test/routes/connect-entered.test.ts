// Whom `connect` names: those who have entered, so that a page need not wait for Firestore to
// prepare the connections to them.
import { expect } from "chai";
import { Timestamp } from "firebase-admin/firestore";
import { changeParticipant, connectRequest, createRoom, participant, seat } from "../stage/meeting.ts";

describe("who has entered, in the answer of connect", () => {
  const enterAs = (uuid: string, participantID: string, changes: object = {}) =>
    changeParticipant(uuid, participantID, { isActive: true, name: "c2VhbGVk", ...changes });

  it("is nobody in an empty room, and nobody who waits in the lobby", async () => {
    const { uuid } = await createRoom();
    expect((await seat(connectRequest(uuid))).participants).to.deep.equal([]);
    expect((await seat(connectRequest(uuid))).participants).to.deep.equal([]);
  });

  it("is what the documents say", async () => {
    const { uuid } = await createRoom();
    const { participantID, role } = await seat(connectRequest(uuid));
    await enterAs(uuid, participantID);
    const { joinedAt } = await participant(uuid, participantID);
    const { participants } = await seat(connectRequest(uuid));
    expect(participants).to.deep.equal([
      {
        participantID,
        seat: (joinedAt as Timestamp).toMillis(),
        constraints: { audio: true, video: false, screen: false },
        role,
        name: "c2VhbGVk",
      },
    ]);
  });

  it("is neither the caller, nor somebody whose lease has ended", async () => {
    const { uuid } = await createRoom();
    const [own, gone] = [connectRequest(uuid), connectRequest(uuid)];
    await enterAs(uuid, (await seat(own)).participantID);
    const { participantID } = await seat(gone);
    await enterAs(uuid, participantID, { leaseUntil: Timestamp.fromMillis(Date.now() - 1) });
    const again = await seat({ ...own, takeOver: true, session: crypto.randomUUID() });
    expect(again.participants).to.deep.equal([]);
  });

  it("is left out where a page takes its own seat again", async () => {
    const { uuid } = await createRoom();
    const request = connectRequest(uuid);
    const { participantID } = await seat(request);
    const { joinedAt } = await participant(uuid, participantID);
    const again = await seat({ ...request, seat: (joinedAt as Timestamp).toMillis() });
    expect(again).not.to.have.property("participants");
  });
});
