// What hosts may do to a room and to those in it, and what nobody else may.
import { randomUUID } from "node:crypto";
import { limits, paths, type ResponseOf, type RequestOf } from "@meetogram/contract";
import { expect } from "chai";
import {
  ago,
  changeParticipant,
  changeRoom,
  connect,
  connectRequest,
  createRoom,
  expectError,
  firestore,
  inRoom,
  participant,
  seat,
} from "../stage/meeting.ts";

interface Person {
  readonly request: RequestOf<"connect">;
  readonly seated: ResponseOf<"connect">;
  readonly proof: { readonly userID: string; readonly session: string };
}

async function enter(uuid: string, changes: Partial<RequestOf<"connect">> = {}): Promise<Person> {
  const request = connectRequest(uuid, changes);
  const { userID, session } = request;
  return { request, seated: await seat(request), proof: { userID, session } };
}

async function isSeated(uuid: string, { seated }: Person): Promise<boolean> {
  return (await firestore().doc(paths.user(uuid, seated.participantID)).get()).exists;
}

describe("a host's request", () => {
  for (const name of ["remove", "handOver", "burn"] as const) {
    it(`${name}: is refused to everybody who is not a host, and changes nothing`, async () => {
      const { uuid, hostKey } = await createRoom();
      const host = await enter(uuid, { hostKey });
      const guest = await enter(uuid);
      const other = await enter(uuid);
      const target = name === "burn" ? {} : { participantID: other.seated.participantID };
      const proofs: [string, object][] = [
        ["a guest", guest.proof],
        ["a guest with the session of the host", { ...guest.proof, session: host.proof.session }],
        ["the host's user without the session", { ...host.proof, session: randomUUID() }],
        ["somebody who takes a participant's ID for a user's", { ...host.proof, userID: host.seated.participantID }],
        ["somebody who was never here", { userID: randomUUID(), session: randomUUID() }],
        ["the key of another room", { hostKey: (await createRoom()).hostKey }],
        ["a wrong key with a guest's seat", { ...guest.proof, hostKey: "k".repeat(43) }],
      ];
      for (const [who, proof] of proofs) {
        const response = await inRoom(uuid, name, { ...target, ...proof });
        expect(response.body.code, who).to.equal("host-only");
      }
      await changeParticipant(uuid, host.seated.participantID, { leaseUntil: ago(1) });
      expectError(await inRoom(uuid, name, { ...target, ...host.proof }), 403, "host-only");
      expect([await isSeated(uuid, host), await isSeated(uuid, other)]).to.deep.equal([true, true]);
      expect((await participant(uuid, other.seated.participantID))["role"]).to.equal("guest");
    });
  }
});

describe("remove", () => {
  it("ends a seat with its unread signals, and keeps the participant out for good", async () => {
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

  it("keeps out one whom an earlier host had made host", async () => {
    const { uuid, hostKey } = await createRoom();
    const first = await enter(uuid, { hostKey });
    const heir = await enter(uuid);
    const guest = await enter(uuid);
    await inRoom(uuid, "handOver", { participantID: heir.seated.participantID, ...first.proof });
    await inRoom(uuid, "handOver", { participantID: guest.seated.participantID, ...heir.proof });
    await inRoom(uuid, "remove", { participantID: heir.seated.participantID, ...guest.proof });
    expectError(await connect(heir.request), 403, "removed");
  });

  it("works by the key alone, and not on the host who asks", async () => {
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

describe("handOver", () => {
  it("makes a guest the only host, for good, and retires the key", async () => {
    const { uuid, hostKey } = await createRoom();
    const old = await enter(uuid, { hostKey });
    const heir = await enter(uuid);
    const { participantID } = heir.seated;
    expect((await inRoom(uuid, "handOver", { participantID, ...old.proof })).body).to.deep.equal({ participantID });

    expect((await participant(uuid, participantID))["role"]).to.equal("host");
    expect((await participant(uuid, old.seated.participantID))["role"]).to.equal("guest");
    expectError(await inRoom(uuid, "burn", { hostKey }), 403, "host-only");
    expectError(await inRoom(uuid, "burn", old.proof), 403, "host-only");
    expect((await seat({ ...old.request, hostKey })).role, "the old one with the key").to.equal("guest");

    await firestore().doc(paths.user(uuid, participantID)).delete();
    expect((await seat(heir.request)).role, "the new one after having left").to.equal("host");
    await changeRoom(uuid, { isLocked: true });
    expectError(await connect(connectRequest(uuid, { hostKey })), 403, "room-locked");
  });

  it("needs somebody who is there", async () => {
    const { uuid, hostKey } = await createRoom();
    const guest = await enter(uuid);
    const { participantID } = guest.seated;
    await changeParticipant(uuid, participantID, { leaseUntil: ago(1) });
    expectError(await inRoom(uuid, "handOver", { participantID, hostKey }), 404, "participant-not-found");
    expect((await seat(connectRequest(uuid, { hostKey }))).role, "the key still opens").to.equal("host");
  });
});
