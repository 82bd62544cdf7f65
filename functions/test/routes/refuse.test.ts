// A host refuses somebody in the waiting room: `remove` with `isRefusal`.
import { randomUUID } from "node:crypto";
import { limits, paths } from "@meetogram/contract";
import { expect } from "chai";
import { Timestamp } from "firebase-admin/firestore";
import { addRefusal, refusedForMs, type Refusals } from "../../src/firebase/admission/refusals.ts";
import {
  changeParticipant,
  changeRoom,
  connect,
  createRoom,
  enter,
  expectError,
  firestore,
  inRoom,
  isSeated,
  participant,
  seat,
  type Person,
} from "../stage/meeting.ts";

async function meet() {
  const { uuid, hostKey } = await createRoom({ hasWaitingRoom: true });
  const host = await enter(uuid, { hostKey });
  const guest = await enter(uuid);
  const refuse = (who: Person, proof: object = host.proof) =>
    inRoom(uuid, "remove", { participantID: who.seated.participantID, isRefusal: true, ...proof });
  return { uuid, hostKey, host, guest, refuse };
}

/** As if the refusal were this long ago. */
async function pass(uuid: string, ms: number): Promise<void> {
  const secret = firestore().doc(paths.secret(uuid));
  const refusals = (await secret.get()).get("refusals") as Refusals;
  const earlier = Object.entries(refusals).map(([id, { times, until }]) => [
    id,
    { times, until: Timestamp.fromMillis(until.toMillis() - ms) },
  ]);
  await secret.update({ refusals: Object.fromEntries(earlier) });
}

describe("refuse", () => {
  it("ends the seat, and the participant may knock again a minute later, then four minutes later", async () => {
    const { uuid, guest, refuse } = await meet();
    for (const waitMs of [limits.refusalMs, 4 * limits.refusalMs]) {
      expect((await refuse(guest)).status).to.equal(200);
      expect(await isSeated(uuid, guest)).to.equal(false);
      const refused = await connect({ ...guest.request, session: randomUUID() });
      expectError(refused, 403, "refused");
      expect(Number(refused.headers["retry-after"])).to.be.within(waitMs / 1_000 - 30, waitMs / 1_000);
      await pass(uuid, waitMs);
      expect((await seat(guest.request)).role).to.equal("guest");
    }
  });

  it("tells nobody in the room who was refused", async () => {
    const { uuid, guest, refuse } = await meet();
    await refuse(guest);
    const room = (await firestore().doc(paths.room(uuid)).get()).data();
    expect(JSON.stringify(room)).not.to.include(guest.seated.participantID);
  });

  it("comes too late for whom another host has admitted, or who is in the call", async () => {
    const { uuid, host, guest, refuse } = await meet();
    const other = await enter(uuid);
    await changeRoom(uuid, { admitted: [guest.seated.participantID] });
    await changeParticipant(uuid, other.seated.participantID, { isActive: true });
    for (const who of [guest, other, host]) {
      expectError(await refuse(who), 404, "participant-not-found");
      expect(await isSeated(uuid, who)).to.equal(true);
    }
    await changeRoom(uuid, { admitted: [], hasWaitingRoom: false });
    expectError(await refuse(guest), 404, "participant-not-found");
  });

  it("counts once, of two hosts who refuse at the same time", async () => {
    const { hostKey, guest, refuse } = await meet();
    const answers = await Promise.all([refuse(guest), refuse(guest, { hostKey })]);
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 404]);
  });

  it("is for hosts only", async () => {
    const { uuid, guest, refuse } = await meet();
    const other = await enter(uuid);
    expectError(await refuse(other, guest.proof), 403, "host-only");
    expect(await isSeated(uuid, other)).to.equal(true);
  });

  it("does not stop somebody with the host key", async () => {
    const { hostKey, guest, refuse } = await meet();
    await refuse(guest);
    expect((await seat({ ...guest.request, hostKey })).role).to.equal("host");
  });

  it("is no removal, and a removal takes an admission back", async () => {
    const { uuid, host, guest } = await meet();
    const { participantID } = guest.seated;
    await changeRoom(uuid, { admitted: [participantID, host.seated.participantID] });
    await inRoom(uuid, "remove", { participantID, ...host.proof });
    expect((await firestore().doc(paths.room(uuid)).get()).get("admitted")).to.deep.equal([host.seated.participantID]);
    expectError(await connect(guest.request), 403, "removed");
  });

  it("keeps the knock of a page that takes its lapsed seat again, and not that of a reload", async () => {
    const { uuid, guest } = await meet();
    const { participantID } = guest.seated;
    await changeParticipant(uuid, participantID, { hasKnocked: true });
    const { joinedAt } = await participant(uuid, participantID);
    await seat({ ...guest.request, seat: (joinedAt as Timestamp).toMillis() });
    expect(await participant(uuid, participantID)).to.include({ hasKnocked: true });
    await seat(guest.request);
    expect(await participant(uuid, participantID)).to.include({ hasKnocked: false });
  });
});

describe("refusals", () => {
  it("are remembered in a bounded number, the latest ones", () => {
    let refusals: Refusals = {};
    for (let index = 0; index < limits.maxRefused + 3; index += 1) {
      refusals = addRefusal(refusals, `p${index}`, index);
    }
    expect(Object.keys(refusals)).to.have.length(limits.maxRefused);
    expect(refusals).to.not.have.any.keys("p0", "p1", "p2");
    expect(refusedForMs(refusals, "p0", 0)).to.equal(0);
  });

  it("take at most a day", () => {
    let refusals: Refusals = {};
    for (let times = 0; times < 2_000; times += 1) refusals = addRefusal(refusals, "p", 0);
    expect(refusedForMs(refusals, "p", 0)).to.equal(24 * 60 * 60_000);
  });
});
