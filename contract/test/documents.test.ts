import { expect } from "chai";
import * as v from "valibot";
import { InboxDocument, limits, ParticipantDocument, paths, RoomDocument } from "../src/index.ts";

const uuid = "9f3c1f52-6c1e-4c8e-9a55-0d6f0b6f8a11";

/** What the timestamps of both SDKs have in common. */
class Timestamp {
  readonly #ms: number;
  constructor(ms: number) {
    this.#ms = ms;
  }
  toMillis(): number {
    return this.#ms;
  }
}

const room = {
  createdAt: new Timestamp(1),
  expireAt: new Timestamp(2),
  enteredAt: null,
  capacity: 8,
  isLocked: false,
  isProtected: true,
};
const participant = {
  constraints: { audio: true, video: false, screen: false },
  isActive: false,
  session: uuid,
  joinedAt: new Timestamp(3),
  leaseUntil: new Timestamp(4),
  role: "guest",
  name: null,
};
const message = {
  from: uuid,
  session: uuid,
  payload: "sealed",
  sentAt: new Timestamp(5),
  expireAt: new Timestamp(6),
};

describe("documents", () => {
  it("have their times read as milliseconds", () => {
    expect(v.parse(RoomDocument, room)).to.deep.equal({ ...room, createdAt: 1, expireAt: 2 });
    expect(v.parse(RoomDocument, { ...room, enteredAt: new Timestamp(7) }).enteredAt).to.equal(7);
    expect(v.parse(ParticipantDocument, participant)).to.deep.equal({ ...participant, joinedAt: 3, leaseUntil: 4 });
    expect(v.parse(InboxDocument, message)).to.deep.equal({ ...message, sentAt: 5, expireAt: 6 });
  });

  it("can be read by clients that know fewer fields", () => {
    expect(v.parse(ParticipantDocument, { ...participant, color: "red" })).not.to.have.property("color");
  });

  for (const [name, schema, valid] of [
    ["a room", RoomDocument, room],
    ["a participant", ParticipantDocument, participant],
    ["a message", InboxDocument, message],
  ] as const) {
    for (const field of Object.keys(valid)) {
      it(`are refused: ${name} without ${field}`, () => {
        const fields = Object.fromEntries(Object.entries(valid).filter(([key]) => key !== field));
        expect(v.safeParse(schema, fields).success).to.equal(false);
      });
    }
  }

  for (const [what, change] of [
    ["a time that is a number", { joinedAt: 3 }],
    ["a time that is a string", { leaseUntil: "2030-01-01T00:00:00Z" }],
    ["no constraint on the screen", { constraints: { audio: true, video: true } }],
    ["a role of its own", { role: "admin" }],
    ["a name that is too long", { name: "n".repeat(limits.maxSealedNameLength + 1) }],
  ] as const) {
    it(`are refused: a participant with ${what}`, () => {
      expect(v.safeParse(ParticipantDocument, { ...participant, ...change }).success).to.equal(false);
    });
  }

  it("are refused: a message whose payload is too long", () => {
    const longest = { ...message, payload: "p".repeat(limits.maxSealedSignalLength) };
    expect(v.safeParse(InboxDocument, longest).success).to.equal(true);
    expect(v.safeParse(InboxDocument, { ...longest, payload: `${longest.payload}p` }).success).to.equal(false);
  });
});

describe("paths", () => {
  it("are nested, with documents at even depths and collections at odd ones", () => {
    const depths = [paths.rooms, paths.room("r"), paths.users("r"), paths.user("r", "p"), paths.inbox("r", "p")];
    depths.reduce((outer, inner) => {
      expect(inner.startsWith(`${outer}/`), inner).to.equal(true);
      return inner;
    });
    expect(depths.map((path) => path.split("/").length)).to.deep.equal([1, 2, 3, 4, 5]);
    expect(paths.secret("r").split("/")).to.have.length(4);
  });
});
