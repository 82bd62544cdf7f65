// The Firestore reads and writes of each open request. docs/security.md and the README repeat them.
import { randomUUID } from "node:crypto";
import { paths } from "@meetogram/contract";
import { expect } from "chai";
import { connectServices } from "../../src/firebase/services.ts";
import { update } from "../../src/firestore/writes.ts";
import { api } from "../stage/api.ts";
import { billOf } from "../stage/billing.ts";
import { ago, changeRoom, connectRequest, createRoom, enter, inRoom, requestRoom, seat } from "../stage/meeting.ts";

describe("reads and writes", () => {
  it("create: 2 writes and no read, with a password too", async () => {
    expect(await billOf(() => requestRoom())).to.deep.equal({ reads: 0, writes: 2, transactions: 0 });
    expect(await billOf(() => requestRoom({ password: "p" }))).to.deep.equal({ reads: 0, writes: 2, transactions: 0 });
  });

  it("create with an idempotency key: 2 writes and 2 reads", async () => {
    const create = async (): Promise<unknown> => api.create().post("/create").set("idempotency-key", randomUUID());
    expect(await billOf(create)).to.deep.equal({ reads: 2, writes: 2, transactions: 0 });
  });

  it("generateID: nothing", async () => {
    const bill = await billOf(async () => api.generateID().get("/user/generateID"));
    expect(bill).to.deep.equal({ reads: 0, writes: 0, transactions: 0 });
  });

  it("room: 1 read, and 1 for each seat", async () => {
    const { uuid } = await createRoom();
    const ask = async (): Promise<unknown> => api.room().get(`/room/${uuid}`);
    expect((await billOf(ask)).reads).to.equal(2);
    await seat(connectRequest(uuid));
    await seat(connectRequest(uuid));
    expect(await billOf(ask)).to.deep.equal({ reads: 3, writes: 0, transactions: 0 });
  });

  it("iceServers: 3 reads", async () => {
    const { uuid } = await createRoom();
    const { proof } = await enter(uuid);
    const bill = await billOf(() => inRoom(uuid, "iceServers", proof));
    expect(bill).to.include({ reads: 3, writes: 0 });
  });

  it("remove: 2 reads and 2 writes with the key, 3 reads with a seat, beside the erasing of the seat's signals", async () => {
    const { uuid, hostKey } = await createRoom();
    const host = await enter(uuid, { hostKey });
    for (const [proof, reads] of [
      [{ hostKey }, 2],
      [host.proof, 3],
    ] as const) {
      const { participantID } = await seat(connectRequest(uuid));
      // Erasing queries the documents below the seat at least once.
      const erasing = 1;
      const bill = await billOf(() => inRoom(uuid, "remove", { participantID, ...proof }));
      expect(bill).to.deep.equal({ reads: reads + erasing, writes: 2, transactions: 1 });
    }
  });

  it("a refusal: 3 reads and 2 writes with the key, 4 reads with a seat", async () => {
    const { uuid, hostKey } = await createRoom({ hasWaitingRoom: true });
    const host = await enter(uuid, { hostKey });
    for (const [proof, reads] of [
      [{ hostKey }, 3],
      [host.proof, 4],
    ] as const) {
      const { participantID } = await seat(connectRequest(uuid));
      const bill = await billOf(() => inRoom(uuid, "remove", { participantID, isRefusal: true, ...proof }));
      expect(bill).to.deep.equal({ reads, writes: 2, transactions: 1 });
    }
  });

  it("handOver: 4 reads and 4 writes with the key and one host before, 5 reads with a seat", async () => {
    const { uuid, hostKey } = await createRoom();
    const host = await enter(uuid, { hostKey });
    const newHost = await enter(uuid);
    const other = await enter(uuid);
    const byKey = await billOf(() =>
      inRoom(uuid, "handOver", { participantID: newHost.seated.participantID, hostKey }),
    );
    expect(byKey).to.deep.equal({ reads: 4, writes: 4, transactions: 1 });
    const { participantID } = other.seated;
    const bySeat = await billOf(() => inRoom(uuid, "handOver", { participantID, ...newHost.proof }));
    expect(bySeat).to.deep.equal({ reads: 5, writes: 4, transactions: 1 });
    expect(host.seated.role).to.equal("host");
  });

  it("burn by a guest who has to wait for the host: 4 reads and 1 write", async () => {
    const { uuid } = await createRoom();
    const { proof } = await enter(uuid);
    await changeRoom(uuid, { enteredAt: ago(1) });
    expect(await billOf(() => inRoom(uuid, "burn", proof))).to.deep.equal({ reads: 4, writes: 1, transactions: 1 });
  });

  it("are counted like Firestore does: each document read, each document written", async () => {
    const { uuid } = await createRoom();
    const { participantID } = await seat(connectRequest(uuid));
    const { firestore } = connectServices();
    const change = update(paths.user(uuid, participantID), { isActive: true });
    expect(await billOf(() => firestore.commit(change))).to.include({ reads: 0, writes: 1 });
    const listed = await billOf(() => firestore.find({ path: paths.users(uuid) }));
    expect(listed).to.include({ reads: 1, writes: 0 });
    const none = await billOf(() => firestore.find({ path: paths.inbox(uuid, participantID) }));
    expect(none).to.include({ reads: 1, writes: 0 });
  });
});
