import { expect } from "chai";
import {
  keepPresent,
  nextOrder,
  queueOf,
  setHand,
  type RaisedHands,
} from "../../../../src/screens/call/signs/raised-hands.ts";

describe("raised hands", () => {
  const raise = (hands: RaisedHands, participantID: string) => setHand(hands, participantID, nextOrder(hands));

  it("stand in the order in which they went up", () => {
    const hands = ["cat", "ann", "ben"].reduce(raise, new Map());
    expect(queueOf(hands)).to.deep.equal(["cat", "ann", "ben"]);
    expect(queueOf(setHand(hands, "cat", null))).to.deep.equal(["ann", "ben"]);
    expect(queueOf(raise(setHand(hands, "cat", null), "cat"))).to.deep.equal(["ann", "ben", "cat"]);
  });

  it("that go up at once stand in one order for everybody", () => {
    const seenByAnn = setHand(raise(new Map(), "ann"), "ben", 1);
    const seenByBen = setHand(raise(new Map(), "ben"), "ann", 1);
    expect(queueOf(seenByAnn)).to.deep.equal(queueOf(seenByBen));
  });

  it("of those who have gone count no more", () => {
    expect(queueOf(keepPresent(["ann", "ben"].reduce(raise, new Map()), new Set(["ben"])))).to.deep.equal(["ben"]);
  });

  it("can be raised whatever number somebody claims", () => {
    const hands = raise(setHand(new Map(), "eve", 1_000_000_000), "ann");
    expect(nextOrder(hands)).to.be.at.most(1_000_000_000);
    expect([...queueOf(hands)].toSorted()).to.deep.equal(["ann", "eve"]);
  });
});
