// What each open request costs in Firestore. docs/security.md and the README repeat these figures.
import { randomUUID } from "node:crypto";
import { paths } from "@meetogram/contract";
import { expect } from "chai";
import { api } from "../stage/api.ts";
import { billOf } from "../stage/billing.ts";
import { changeParticipant, connect, connectRequest, createRoom, firestore, inRoom, seat } from "../stage/meeting.ts";

describe("reads and writes", () => {
  it("create: 2 writes and no read, with a password too", async () => {
    expect(await billOf(() => createRoom())).to.deep.equal({ reads: 0, writes: 2, transactions: 0 });
    expect(await billOf(() => createRoom({ password: "p" }))).to.deep.equal({ reads: 0, writes: 2, transactions: 0 });
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

  it("connect: 3 reads and 2 writes in one transaction, however many are there", async () => {
    const { uuid } = await createRoom();
    for (let others = 0; others < 5; others += 1) {
      expect(await billOf(() => seat(connectRequest(uuid)))).to.deep.equal({ reads: 3, writes: 2, transactions: 1 });
    }
  });

  it("connect in the same session: 2 reads and 1 write", async () => {
    const { uuid } = await createRoom();
    const request = connectRequest(uuid);
    await seat(request);
    expect(await billOf(() => seat(request))).to.deep.equal({ reads: 2, writes: 1, transactions: 1 });
  });

  it("connect with a password or a host key: 4 reads and 2 writes, also after wrong ones", async () => {
    const { uuid, hostKey } = await createRoom({ password: "p" });
    const bill = { reads: 4, writes: 2, transactions: 1 };
    expect(await billOf(() => seat(connectRequest(uuid, { password: "p" })))).to.deep.equal(bill);
    expect(await billOf(() => seat(connectRequest(uuid, { password: "p", hostKey })))).to.deep.equal(bill);
    const wrong = await billOf(() => connect(connectRequest(uuid, { password: "q" })));
    expect(wrong).to.deep.equal({ reads: 4, writes: 1, transactions: 1 });
    expect(await billOf(() => seat(connectRequest(uuid, { password: "p" })))).to.deep.equal(bill);
  });

  it("connect refused: reads only", async () => {
    const { uuid } = await createRoom({ capacity: 2 });
    await seat(connectRequest(uuid));
    await seat(connectRequest(uuid));
    expect(await billOf(() => connect(connectRequest(uuid)))).to.include({ reads: 3, writes: 0 });
    expect(await billOf(() => connect(connectRequest(randomUUID())))).to.include({ reads: 2, writes: 0 });
  });

  it("remove: 3 reads, and 1 write beside the seat and its signals", async () => {
    const { uuid, hostKey } = await createRoom();
    const { participantID } = await seat(connectRequest(uuid));
    const bill = await billOf(() => inRoom(uuid, "remove", { participantID, hostKey }));
    expect(bill).to.include({ transactions: 1, writes: 2 });
    expect(bill.reads).to.be.at.most(6);
  });

  it("handOver: 5 reads and 4 writes at most, with one host before", async () => {
    const { uuid, hostKey } = await createRoom();
    await seat(connectRequest(uuid, { hostKey }));
    const { participantID } = await seat(connectRequest(uuid));
    const bill = await billOf(() => inRoom(uuid, "handOver", { participantID, hostKey }));
    expect(bill).to.deep.equal({ reads: 5, writes: 4, transactions: 1 });
  });

  it("are counted as Firestore has them: a document for each write", async () => {
    const { uuid } = await createRoom();
    const { participantID } = await seat(connectRequest(uuid));
    const bill = await billOf(() => changeParticipant(uuid, participantID, { isActive: true }));
    expect(bill).to.include({ reads: 0, writes: 1 });
    const listed = await billOf(() => firestore().collection(paths.users(uuid)).get());
    expect(listed).to.include({ reads: 1, writes: 0 });
  });
});
