// Whom the answer of `connect` names is known before Firestore's first snapshot, and only until
// then.
import { expect } from "chai";
import type { EnteredParticipant } from "@meetogram/contract";
import type { SeatedParticipant, Signalling } from "../../src/signalling/signalling.ts";
import { useTestFirestore, type FirestoreRoom } from "./firestore-room.ts";

describe("who has entered, before the first snapshot", () => {
  const { openRoom } = useTestFirestore();
  let room: FirestoreRoom;
  const opened: Signalling[] = [];
  const forever = () => ({ signal: new AbortController().signal });
  const named = (participantID: string, seat: number): EnteredParticipant => ({
    participantID,
    seat,
    constraints: { audio: true, video: false, screen: false },
    role: "guest",
    name: null,
  });

  beforeEach(async () => void (room = await openRoom()));
  afterEach(async () => {
    for (const signalling of opened.splice(0)) signalling.close();
    await room.close();
  });

  async function open(options: Parameters<FirestoreRoom["seat"]>[1] = {}) {
    const signalling = await room.seat(crypto.randomUUID(), options);
    opened.push(signalling);
    return signalling;
  }

  /** Listens, and resolves once somebody's own document is there. */
  async function reports(signalling: Signalling): Promise<(readonly SeatedParticipant[])[]> {
    const all: (readonly SeatedParticipant[])[] = [];
    const { participantID } = signalling.self;
    await new Promise<void>((resolve) =>
      signalling.onParticipants((seated) => {
        all.push(seated);
        if (seated.some((one) => one.participantID === participantID)) resolve();
      }, forever()),
    );
    return all;
  }

  it("is reported immediately, then the documents are", async () => {
    const ann = await open();
    await reports(ann);
    await ann.update({ isActive: true });
    const entered = [named(ann.self.participantID, ann.self.seat)];
    const ben = await open({ entered });
    const [first, second] = await reports(ben);
    expect(first).to.deep.equal([{ ...entered[0], isActive: true }]);
    expect(second?.map(({ participantID }) => participantID)).to.have.members([
      ann.self.participantID,
      ben.self.participantID,
    ]);
    // The document says it otherwise, and counts.
    expect(second?.find(({ participantID }) => participantID === ann.self.participantID)?.constraints.video).to.equal(
      true,
    );
  });

  it("is forgotten where the documents do not know them", async () => {
    const ben = await open({ entered: [named(crypto.randomUUID(), 1)] });
    const all = await reports(ben);
    expect(all[0]).to.have.length(1);
    expect(all.at(-1)?.map(({ participantID }) => participantID)).to.deep.equal([ben.self.participantID]);
  });

  it("can be sent a message before the first snapshot", async () => {
    const ann = await open();
    const arrived = new Promise<string>((resolve) => ann.onMessage(({ payload }) => resolve(payload), forever()));
    const ben = await open({ entered: [named(ann.self.participantID, ann.self.seat)] });
    await ben.send(ann.self.participantID, "b2ZmZXI");
    expect(await arrived).to.equal("b2ZmZXI");
  });

  it("is nobody where connect named nobody", async () => {
    const all = await reports(await open());
    expect(all[0]).to.have.length(1);
  });
});
