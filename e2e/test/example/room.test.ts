// `@meetogram/client/room` against the whole system: what enters, what it is refused for, and how a
// stay ends.
import { createClient, type Client, type RequestOf } from "@meetogram/client";
import {
  createLinkKey,
  enterRoom,
  formatRoomLink,
  proveLink,
  RoomError,
  type EnterOptions,
  type Other,
  type ReceivedSignal,
  type Room,
} from "@meetogram/client/room";
import { expect } from "chai";
import { eventually } from "../support/eventually.ts";
import { getSystem, useSystem } from "../support/system.ts";

interface NewRoom {
  readonly uuid: string;
  readonly hostKey: string;
  readonly link: string;
}

describe("a room entered by a program", () => {
  useSystem();
  let client: Client;
  let origin: string;
  const entered = new Set<Room>();

  before(async () => {
    origin = (await getSystem()).url;
    client = createClient({ baseURL: origin });
  });

  afterEach(async () => {
    await Promise.all([...entered].map((room) => room.leave()));
    entered.clear();
  });

  async function createRoom(request: RequestOf<"create"> = {}, typed?: string): Promise<NewRoom> {
    const key = createLinkKey();
    const { uuid, hostKey } = await client.createRoom({ ...request, ...(await proveLink(key, typed)) });
    return { uuid, hostKey, link: formatRoomLink({ origin, uuid, key }) };
  }

  async function enter(options: EnterOptions): Promise<Room> {
    const room = await enterRoom(options);
    entered.add(room);
    return room;
  }

  async function codeOf(entering: Promise<Room>): Promise<string> {
    const failure = await entering.then(
      (room) => expect.fail(`entered as ${room.role}`),
      (error: unknown) => error,
    );
    expect(failure).to.be.instanceOf(RoomError);
    return (failure as RoomError).code;
  }

  async function readDocument({ uuid }: NewRoom, { participantID }: Room) {
    const { firestore } = await getSystem();
    return (await firestore.doc(`rooms/${uuid}/users/${participantID}`).get()).data();
  }

  it("tells who else is there, who enters, and who leaves", async () => {
    const { link } = await createRoom();
    const ann = await enter({ link, name: "Ann" });
    let others: readonly Other[] | null = null;
    ann.watchOthers((found) => (others = found));
    const see = (expected: readonly Other[]) =>
      eventually(
        "the others",
        async () => others,
        (found) => JSON.stringify(found) === JSON.stringify(expected),
      );
    await see([]);
    const ben = await enter({ link, name: "Ben" });
    const { participantID, seat } = ben;
    expect(seat).to.be.above(ann.seat);
    await see([{ participantID, seat, hasEntered: true, role: "guest" }]);
    await ben.leave();
    await see([]);
    expect(await ben.ended).to.equal("left");
  });

  it("delivers each signal once, in order, with its signer, also what came before somebody looked", async () => {
    const room = await createRoom();
    const ann = await enter({ link: room.link, name: "Ann" });
    const ben = await enter({ link: room.link, name: "Ben" });
    const connection = crypto.randomUUID();
    const write = (number: number) =>
      ben.sendSignal(ann.participantID, {
        connection,
        candidates: [{ candidate: `candidate:${number}`, sdpMid: "0", sdpMLineIndex: 0 }],
      });
    await Promise.all([write(1), write(2)]);
    const received: ReceivedSignal[] = [];
    ann.watchSignals({ onSignal: (signal) => received.push(signal) });
    await write(3);
    await eventually(
      "the signals",
      async () => received.length,
      (count) => count >= 3,
    );
    const texts = received.flatMap(({ signal }) => signal.candidates?.map(({ candidate }) => candidate) ?? []);
    expect(texts).to.deep.equal(["candidate:1", "candidate:2", "candidate:3"]);
    expect(new Set(received.map(({ from }) => from))).to.deep.equal(new Set([ben.participantID]));
    expect(new Set(received.map(({ signal }) => signal.seat))).to.deep.equal(new Set([ben.seat]));
    expect(new Set(received.map(({ signer }) => signer))).to.have.property("size", 1);
    const { firestore } = await getSystem();
    const inbox = firestore.collection(`rooms/${room.uuid}/users/${ann.participantID}/inbox`);
    await eventually(
      "the emptied inbox",
      async () => (await inbox.get()).size,
      (size) => size === 0,
    );
  });

  it("reports what does not open, and who wrote it", async () => {
    const { uuid, link } = await createRoom();
    const ann = await enter({ link, name: "Ann" });
    const ben = await enter({ link, name: "Ben" });
    const refused: string[] = [];
    ann.watchSignals({ onSignal: () => expect.fail("it has opened"), onRefused: (from) => refused.push(from) });
    const { firestore } = await getSystem();
    const now = new Date();
    await firestore.doc(`rooms/${uuid}/users/${ann.participantID}/inbox/${ben.participantID}-0`).set({
      ...{ from: ben.participantID, session: crypto.randomUUID(), payload: "AAAA", sentAt: now, expireAt: now },
    });
    await eventually(
      "the refusal",
      async () => refused,
      (found) => found.length > 0,
    );
    expect(refused).to.deep.equal([ben.participantID]);
  });

  it("has a code for each reason why nobody gets in", async () => {
    const { uuid, link } = await createRoom({ capacity: 2 });
    const name = "Ann";
    expect(await codeOf(enter({ link: link.slice(0, -1), name }))).to.equal("link-damaged");
    const otherKey = formatRoomLink({ origin, uuid, key: createLinkKey() });
    expect(await codeOf(enter({ link: otherKey, name }))).to.equal("wrong-link");
    expect(await codeOf(enter({ link: link.split("#")[0]!, name }))).to.equal("wrong-link");
    const gone = formatRoomLink({ origin, uuid: crypto.randomUUID(), key: createLinkKey() });
    expect(await codeOf(enter({ link: gone, name }))).to.equal("room-not-found");
    await Promise.all([enter({ link, name }), enter({ link, name })]);
    expect(await codeOf(enter({ link, name }))).to.equal("room-full");
    const nobody = link.replace(/:\d+/, ":9");
    expect(await codeOf(enter({ link: nobody, name }))).to.equal("network");
  });

  it("asks for the password of a room, however its accents are composed, and ignores one elsewhere", async () => {
    const { link } = await createRoom({}, "caf\u00e9");
    const name = "Ann";
    expect(await codeOf(enter({ link, name }))).to.equal("wrong-password");
    expect(await codeOf(enter({ link, name, password: "tea" }))).to.equal("wrong-password");
    const [ann, ben] = await Promise.all([
      enter({ link, name, password: "caf\u00e9" }),
      enter({ link, name, password: "cafe\u0301" }),
    ]);
    const received: ReceivedSignal[] = [];
    ann.watchSignals({ onSignal: (signal) => received.push(signal) });
    await ben.sendSignal(ann.participantID, { connection: crypto.randomUUID() });
    await eventually(
      "the signal",
      async () => received.length,
      (count) => count === 1,
    );
    await enter({ link: (await createRoom()).link, name, password: "tea" });
  });

  it("lets a host into the waiting room's room, and no guest", async () => {
    const room = await createRoom({ hasWaitingRoom: true });
    expect(await codeOf(enter({ link: room.link, name: "Ann" }))).to.equal("waiting-room");
    const host = await enter({ link: room.link, name: "Hosting", hostKey: room.hostKey });
    expect(host.role).to.equal("host");
    expect((await client.room({ uuid: room.uuid })).participants).to.equal(1);
  });

  it("takes its seat again when its document is gone", async () => {
    const room = await createRoom();
    const ann = await enter({ link: room.link, name: "Ann" });
    const { firestore } = await getSystem();
    const before = await readDocument(room, ann);
    await firestore.doc(`rooms/${room.uuid}/users/${ann.participantID}`).delete();
    const after = await eventually(
      "the document",
      () => readDocument(room, ann),
      (found) => found?.["isActive"] === true,
    );
    expect(after?.["joinedAt"]).to.deep.equal(before?.["joinedAt"]);
    const ben = await enter({ link: room.link, name: "Ben" });
    let seats: readonly number[] = [];
    ann.watchOthers((others) => (seats = others.map(({ seat }) => seat)));
    await eventually(
      "the other",
      async () => seats,
      (found) => found.includes(ben.seat),
    );
  });

  it("ends when a host removes it, which the others learn, and when the room is erased", async () => {
    const { uuid, hostKey, link } = await createRoom();
    const ann = await enter({ link, name: "Ann" });
    const ben = await enter({ link, name: "Ben" });
    ann.watchOthers(() => {});
    expect(ann.isBarred(ben.participantID)).to.equal(false);
    await client.remove({ uuid, hostKey, participantID: ben.participantID });
    expect(await ben.ended).to.equal("removed");
    await eventually(
      "the removal",
      async () => ann.isBarred(ben.participantID),
      (isBarred) => isBarred,
    );
    await client.burn({ uuid, hostKey });
    expect(await ann.ended).to.equal("ended");
  });

  it("gives its seat up when it is aborted", async () => {
    const { uuid, link } = await createRoom();
    const reason = new Error("Not now.");
    const aborting = new AbortController();
    const entering = enter({ link, name: "Ann", signal: aborting.signal });
    const { onChange } = await getSystem();
    // As soon as it has a seat.
    const stop = onChange(({ path }) => {
      if (path.includes(uuid) && path.includes("/users/")) aborting.abort(reason);
    });
    const failure = await entering.catch((error: unknown) => error);
    stop();
    expect(failure).to.equal(reason);
    const { firestore } = await getSystem();
    const users = firestore.collection(`rooms/${uuid}/users`);
    await eventually(
      "the free seat",
      async () => (await users.get()).size,
      (size) => size === 0,
    );
  });
});
