// A seat on its way to another device: given once, for a short time, to whoever has the ticket.
import { randomBytes, randomUUID } from "node:crypto";
import { limits, paths } from "@meetogram/contract";
import { expect } from "chai";
import { Timestamp } from "../../src/firestore/timestamp.ts";
import db from "../../src/firebase/firebase.ts";
import { addMove, takeMove } from "../../src/firebase/kept-moves.ts";
import {
  changeParticipant,
  changeRoom,
  createRoom,
  enter,
  firestore,
  expectError,
  inRoom,
  lapsed,
  seat,
} from "../stage/meeting.ts";

const newTicket = () => randomBytes(32).toString("base64url");

async function offer(uuid: string, proof: object, ticket: string, sealed = "c2VhbGVk") {
  return inRoom(uuid, "offerMove", { ...proof, ticket, sealed });
}

describe("a move to another device", () => {
  it("gives what was kept once, and the other device then has the same seat, also of a host in a locked room", async () => {
    const { uuid, hostKey } = await createRoom();
    const host = await enter(uuid, { hostKey });
    const ticket = newTicket();
    const offered = await offer(uuid, host.proof, ticket);
    expect(offered.status, offered.text).to.equal(200);
    const leftMs = Date.parse(offered.body.expiresAt) - Date.now();
    expect(leftMs).to.be.within(1, limits.moveTtlMs);
    const taken = await inRoom(uuid, "takeMove", { ticket });
    expect([taken.status, taken.body]).to.deep.equal([200, { sealed: "c2VhbGVk" }]);
    expectError(await inRoom(uuid, "takeMove", { ticket }), 404, "participant-not-found");
    await changeRoom(uuid, { isLocked: true });
    const there = await seat({ ...host.request, hostKey, session: randomUUID(), takeOver: true });
    expect(there).to.include({ participantID: host.seated.participantID, role: "host" });
  });

  it("is for the ticket of this room and the last offer only", async () => {
    const [here, elsewhere] = [await createRoom(), await createRoom()];
    const person = await enter(here.uuid);
    const [first, second] = [newTicket(), newTicket()];
    await offer(here.uuid, person.proof, first, "Zmlyc3Q");
    await offer(here.uuid, person.proof, second, "c2Vjb25k");
    expectError(await inRoom(here.uuid, "takeMove", { ticket: first }), 404, "participant-not-found");
    expectError(await inRoom(elsewhere.uuid, "takeMove", { ticket: second }), 404, "participant-not-found");
    expect((await inRoom(here.uuid, "takeMove", { ticket: second })).body).to.deep.equal({ sealed: "c2Vjb25k" });
  });

  it("is offered by nobody without a live seat", async () => {
    const { uuid } = await createRoom();
    const late = await enter(uuid);
    await changeParticipant(uuid, late.seated.participantID, { leaseUntil: lapsed() });
    const forged = { ...(await enter(uuid)).proof, session: randomUUID() };
    for (const proof of [late.proof, forged]) {
      expectError(await offer(uuid, proof, newTicket()), 404, "participant-not-found");
    }
  });

  it("keeps a hash of the ticket, and nothing after it was taken", async () => {
    const { uuid } = await createRoom();
    const person = await enter(uuid);
    const ticket = newTicket();
    await offer(uuid, person.proof, ticket);
    const secret = firestore().doc(paths.secret(uuid));
    expect(JSON.stringify((await secret.get()).data())).to.not.include(ticket);
    await db.moves.take({ uuid, ticket }, Date.now());
    expect((await secret.get()).get("moves")).to.deep.equal({});
  });

  it("is too old after two minutes, and a room keeps so many", () => {
    const nowMs = 1_000_000;
    const ticket = newTicket();
    const kept = addMove({}, { participantID: "a", ticket, sealed: "x" }, nowMs);
    expect(takeMove(kept, ticket, nowMs + limits.moveTtlMs - 1)).to.deep.equal({ sealed: "x", rest: {} });
    expect(takeMove(kept, ticket, nowMs + limits.moveTtlMs)).to.equal(null);
    let moves = kept;
    for (let number = 0; number < limits.maxMoves; number += 1) {
      moves = addMove(moves, { participantID: `p${number}`, ticket: newTicket(), sealed: "y" }, nowMs + 1 + number);
    }
    expect(Object.keys(moves)).to.have.length(limits.maxMoves);
    expect(takeMove(moves, ticket, nowMs + 100), "the oldest is forgotten").to.equal(null);
    const late = addMove(moves, { participantID: "b", ticket, sealed: "z" }, nowMs + 2 * limits.moveTtlMs);
    expect(Object.keys(late)).to.deep.equal(["b"]);
    expect(late["b"]?.until).to.be.instanceOf(Timestamp);
  });
});
