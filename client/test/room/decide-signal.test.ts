// "Connecting" and "Receiving a signal" of docs/signalling.md.
import { expect } from "chai";
import { decideSignal, isLater, type KnownConnection } from "../../src/room/index.ts";

const offer = { seat: 7, connection: "new", description: { type: "offer" } } as const;
const ours: KnownConnection = { connectionID: "known", seat: 7, isInitiator: true, isAnswered: false };
const theirs = { ...ours, isInitiator: false };

describe("a signal", () => {
  it("of the known connection belongs to it, whatever it is", () => {
    for (const signal of [offer, { seat: 7, connection: "new" }]) {
      expect(decideSignal({ ...signal, connection: "known" }, ours, false)).to.equal("handle");
    }
  });

  it("of another connection is dropped, unless it is an offer", () => {
    const answer = { ...offer, description: { type: "answer" } } as const;
    for (const signal of [answer, { seat: 7, connection: "new" }]) {
      expect(decideSignal(signal, null, true)).to.equal("drop");
      expect(decideSignal(signal, ours, true)).to.equal("drop");
    }
  });

  it("that offers the first connection is accepted", () => {
    expect(decideSignal(offer, null, false)).to.equal("accept");
  });

  it("that offers takes the place of a connection of an earlier seat, of an answered one, and of their own", () => {
    expect(decideSignal({ ...offer, seat: 8 }, ours, false)).to.equal("accept");
    expect(decideSignal(offer, { ...ours, isAnswered: true }, false)).to.equal("accept");
    expect(decideSignal(offer, theirs, false)).to.equal("accept");
  });

  it("that offers from an earlier seat is dropped", () => {
    expect(decideSignal({ ...offer, seat: 6 }, theirs, true)).to.equal("drop");
  });

  it("that offers while our offer waits: the polite one gives way, the other one does not", () => {
    expect(decideSignal(offer, ours, true)).to.equal("accept");
    expect(decideSignal(offer, ours, false)).to.equal("drop");
  });
});

describe("of two who have entered", () => {
  it("exactly one begins: with the higher seat, or, of equal ones, with the higher ID", () => {
    const ann = { participantID: "a", seat: 2 };
    const ben = { participantID: "b", seat: 1 };
    expect([isLater(ann, ben), isLater(ben, ann)]).to.deep.equal([true, false]);
    const eve = { participantID: "b", seat: 2 };
    expect([isLater(ann, eve), isLater(eve, ann)]).to.deep.equal([false, true]);
  });
});
