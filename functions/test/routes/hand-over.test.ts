import { paths } from "@meetogram/contract";
import { expect } from "chai";
import {
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
  inRoom,
  enter,
} from "../stage/meeting.ts";

describe("handOver", () => {
  it("makes a guest the only host permanently, and retires the key", async () => {
    const { uuid, hostKey } = await createRoom();
    const old = await enter(uuid, { hostKey });
    const newHost = await enter(uuid);
    const { participantID } = newHost.seated;
    expect((await inRoom(uuid, "handOver", { participantID, ...old.proof })).body).to.deep.equal({ participantID });

    expect((await participant(uuid, participantID))["role"]).to.equal("host");
    expect((await participant(uuid, old.seated.participantID))["role"]).to.equal("guest");
    expectError(await inRoom(uuid, "burn", { hostKey }), 403, "host-only");
    expectError(await inRoom(uuid, "burn", old.proof), 403, "host-only");
    expect((await seat({ ...old.request, hostKey })).role, "the old one with the key").to.equal("guest");

    await firestore().doc(paths.user(uuid, participantID)).delete();
    expect((await seat(newHost.request)).role, "the new one after having left").to.equal("host");
    await changeRoom(uuid, { isLocked: true });
    expectError(await connect(connectRequest(uuid, { hostKey })), 403, "room-locked");
  });

  it("requires a seated participant", async () => {
    const { uuid, hostKey } = await createRoom();
    const guest = await enter(uuid);
    const { participantID } = guest.seated;
    await changeParticipant(uuid, participantID, { leaseUntil: lapsed() });
    expectError(await inRoom(uuid, "handOver", { participantID, hostKey }), 404, "participant-not-found");
    expect((await seat(connectRequest(uuid, { hostKey }))).role, "the key still opens").to.equal("host");
  });
});
