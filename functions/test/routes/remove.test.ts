import { randomUUID } from "node:crypto";
import { limits, paths } from "@meetogram/contract";
import { expect } from "chai";
import {
  changeRoom,
  connect,
  connectRequest,
  createRoom,
  expectError,
  firestore,
  seat,
  inRoom,
  enter,
  isSeated,
} from "../stage/meeting.ts";

describe("remove", () => {
  it("ends a seat with its unread signals, and keeps the participant out permanently", async () => {
    const { uuid, hostKey } = await createRoom();
    const host = await enter(uuid, { hostKey });
    const guest = await enter(uuid);
    const { participantID } = guest.seated;
    await firestore().collection(paths.inbox(uuid, participantID)).add({ payload: "sealed" });

    const response = await inRoom(uuid, "remove", { participantID, ...host.proof });
    expect(response.body).to.deep.equal({ participantID });
    expect(await isSeated(uuid, guest)).to.equal(false);
    expect((await firestore().collection(paths.inbox(uuid, participantID)).get()).size).to.equal(0);
    for (const changes of [{}, { session: randomUUID(), takeOver: true }]) {
      expectError(await connect({ ...guest.request, ...changes }), 403, "removed");
    }
    expect((await inRoom(uuid, "remove", { participantID, ...host.proof })).status, "again").to.equal(200);
    expect((await seat(connectRequest(uuid))).role, "somebody else").to.equal("guest");
  });

  it("keeps out a participant whom an earlier host made host", async () => {
    const { uuid, hostKey } = await createRoom();
    const first = await enter(uuid, { hostKey });
    const newHost = await enter(uuid);
    const guest = await enter(uuid);
    await inRoom(uuid, "handOver", { participantID: newHost.seated.participantID, ...first.proof });
    await inRoom(uuid, "handOver", { participantID: guest.seated.participantID, ...newHost.proof });
    await inRoom(uuid, "remove", { participantID: newHost.seated.participantID, ...guest.proof });
    expectError(await connect(newHost.request), 403, "removed");
  });

  it("keeps out a removed host, with the key too", async () => {
    const { uuid, hostKey } = await createRoom();
    const host = await enter(uuid, { hostKey });
    const other = await enter(uuid, { hostKey });
    await inRoom(uuid, "remove", { participantID: other.seated.participantID, ...host.proof });
    expectError(await connect(other.request), 403, "removed");
  });

  it("works with the key alone, but not on the calling host", async () => {
    const { uuid, hostKey } = await createRoom();
    const host = await enter(uuid, { hostKey });
    const guest = await enter(uuid);
    expect((await inRoom(uuid, "remove", { participantID: guest.seated.participantID, hostKey })).status).to.equal(200);
    const own = await inRoom(uuid, "remove", { participantID: host.seated.participantID, ...host.proof });
    expectError(own, 400, "invalid-request");
  });

  it("remembers a bounded number", async () => {
    const { uuid, hostKey } = await createRoom();
    const before = Array.from({ length: limits.maxRemoved }, () => randomUUID());
    await changeRoom(uuid, { removed: before });
    const participantID = randomUUID();
    await inRoom(uuid, "remove", { participantID, hostKey });
    const removed = (await firestore().doc(paths.room(uuid)).get()).get("removed") as string[];
    expect(removed).to.deep.equal([...before.slice(1), participantID]);
  });
});
