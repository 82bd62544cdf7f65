import { endpoints, limits } from "@meetogram/contract";
import { expect } from "chai";
import * as v from "valibot";
import { api } from "../stage/api.ts";
import { ago, changeParticipant, connectRequest, createRoom, seat } from "../stage/meeting.ts";

describe("room", () => {
  it("answers what anybody with the link may know", async () => {
    const { uuid, expiresAt } = await createRoom({ password: "open sesame", capacity: 5 });
    const { body } = await api.room().get(`/room/${uuid}`);
    expect(body).to.deep.equal({
      uuid,
      expiresAt,
      isProtected: true,
      hasLinkProof: false,
      hasWaitingRoom: false,
      capacity: 5,
      participants: 0,
    });
    expect(v.parse(endpoints.room.response, body)).to.deep.equal(body);
  });

  it("counts those who have entered and are still there", async () => {
    const { uuid } = await createRoom();
    const [entered, gone, waiting] = await Promise.all([1, 2, 3].map(() => seat(connectRequest(uuid))));
    await changeParticipant(uuid, entered!.participantID, { isActive: true });
    await changeParticipant(uuid, gone!.participantID, { isActive: true, leaseUntil: ago(1) });
    expect(waiting).to.have.property("participantID");
    expect((await api.room().get(`/room/${uuid}`)).body.participants).to.equal(1);
  });

  it("answers at its own address, and for a UUID in upper case", async () => {
    const { uuid } = await createRoom();
    const { body } = await api.room().get(`/${uuid.toUpperCase()}`);
    expect(body).to.include({ uuid, capacity: limits.defaultCapacity });
  });

  it("answers HEAD like GET, without the body", async () => {
    const { uuid } = await createRoom();
    expect((await api.room().head(`/room/${uuid}`)).status).to.equal(200);
    const missing = await api.room().head("/room/00000000-0000-4000-8000-000000000000");
    expect(missing.status).to.equal(404);
    expect(missing.text ?? "").to.equal("");
  });
});
