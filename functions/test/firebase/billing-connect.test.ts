// The Firestore reads and writes of every kind of connect: at most 3 reads and 2 writes, in one
// transaction, and then a read for each seat that is held. docs/security.md repeats these figures.
import { randomUUID } from "node:crypto";
import { expect } from "chai";
import { Timestamp } from "firebase-admin/firestore";
import { billOf, type Bill } from "../stage/billing.ts";
import {
  lapsed,
  changeParticipant,
  changeRoom,
  connect,
  connectRequest,
  createRoom,
  enter,
  firestore,
  inRoom,
  seat,
} from "../stage/meeting.ts";

const password = "open sesame";

type Connect = ReturnType<typeof connectRequest>;

/** Without the reads of who has entered: each seat that is held, the own one too. */
async function billOfSeat(request: Connect): Promise<Bill> {
  const bill = await billOf(() => seat(request));
  const seats = firestore().collection(`rooms/${request.uuid}/users`);
  const held = await seats.where("leaseUntil", ">", Timestamp.now()).count().get();
  return { ...bill, reads: bill.reads - held.data().count };
}

/** Expects these figures for an admitted caller, and that they are within the bound. */
async function expectSeat(request: Connect, reads: number, writes: number): Promise<void> {
  expect(await billOfSeat(request)).to.deep.equal({ reads, writes, transactions: 1 });
  expect([reads <= 3, writes <= 2]).to.deep.equal([true, true]);
}

async function expectRefusal(request: Connect, code: string, reads: number, writes: number): Promise<void> {
  let told: unknown;
  const bill = await billOf(async () => {
    told = (await connect(request)).body.code;
  });
  expect(told).to.equal(code);
  expect(bill).to.include({ reads, writes });
}

describe("connect: reads and writes", () => {
  for (const isProtected of [false, true]) {
    for (const isHost of [false, true]) {
      const proofs = [...(isProtected ? ["a password"] : []), ...(isHost ? ["a host key"] : [])];
      // A host always comes in.
      const counting = isHost ? 0 : 1;
      describe(`with ${proofs.join(" and ") || "nothing"}`, () => {
        let uuid: string;
        let proof: { password?: string; hostKey?: string };

        beforeEach(async () => {
          const room = await createRoom({ capacity: 2, ...(isProtected && { password }) });
          uuid = room.uuid;
          proof = { ...(isProtected && { password }), ...(isHost && { hostKey: room.hostKey }) };
        });

        it("of a newcomer, after fewer people than there are seats: 2 and 2", async () => {
          for (let others = 0; others < 2; others += 1) await expectSeat(connectRequest(uuid, proof), 2, 2);
        });

        it(`of a newcomer, after more people than there are seats: ${2 + counting} and 2`, async () => {
          for (let others = 0; others < 2; others += 1) {
            const { participantID } = await seat(connectRequest(uuid, proof));
            await changeParticipant(uuid, participantID, { leaseUntil: lapsed() });
          }
          await expectSeat(connectRequest(uuid, proof), 2 + counting, 2);
        });

        it("again in the same session: 3 and 1", async () => {
          const request = connectRequest(uuid, proof);
          await seat(request);
          await expectSeat(request, 3, 1);
        });

        it("taking the seat over from another session: 3 and 1", async () => {
          const request = connectRequest(uuid, proof);
          await seat(connectRequest(uuid, proof));
          await seat(request);
          await expectSeat({ ...request, session: randomUUID(), takeOver: true }, 3, 1);
        });

        it("coming back after leaving: 3 and 1", async () => {
          const { request, seated } = await enter(uuid, proof);
          await firestore().doc(`rooms/${uuid}/users/${seated.participantID}`).delete();
          await expectSeat(request, 3, 1);
        });

        it(`coming back after more people than there are seats: ${3 + counting} and 1`, async () => {
          const { request, seated } = await enter(uuid, proof);
          await changeParticipant(uuid, seated.participantID, { leaseUntil: lapsed() });
          await seat(connectRequest(uuid, proof));
          const { participantID } = await seat(connectRequest(uuid, proof));
          await changeParticipant(uuid, participantID, { leaseUntil: lapsed() });
          expect(await billOfSeat(request)).to.deep.equal({ reads: 3 + counting, writes: 1, transactions: 1 });
        });
      });
    }
  }

  it("a guest who becomes host by the key: 3 and 1", async () => {
    const { uuid, hostKey } = await createRoom();
    const { request } = await enter(uuid);
    await expectSeat({ ...request, hostKey }, 3, 1);
  });

  it("into a locked room by the key: 2 and 2", async () => {
    const { uuid, hostKey } = await createRoom();
    await changeRoom(uuid, { isLocked: true });
    await expectSeat(connectRequest(uuid, { hostKey }), 2, 2);
  });

  it("refused: no more reads than an admitted one, and a write only to count a wrong password", async () => {
    const { uuid, hostKey } = await createRoom({ password, capacity: 2 });
    await expectRefusal(connectRequest(randomUUID()), "room-not-found", 2, 0);
    await expectRefusal(connectRequest(uuid), "wrong-password", 2, 0);
    await expectRefusal(connectRequest(uuid, { password: "open barley" }), "wrong-password", 2, 1);
    await expectRefusal(connectRequest(uuid, { hostKey: "k".repeat(43) }), "wrong-password", 2, 0);
    const first = await enter(uuid, { password });
    await expectRefusal({ ...first.request, session: randomUUID() }, "already-connected", 3, 0);
    await seat(connectRequest(uuid, { password }));
    await expectRefusal(connectRequest(uuid, { password }), "room-full", 3, 0);
    await changeRoom(uuid, { isLocked: true });
    await expectRefusal(connectRequest(uuid, { password }), "room-locked", 2, 0);
    const { participantID } = first.seated;
    await inRoom(uuid, "remove", { participantID, hostKey });
    await expectRefusal(first.request, "removed", 3, 0);
  });
});
