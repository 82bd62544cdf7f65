import { expect } from "chai";
import { decideSignal, isPoliteTowards, type KnownConnection } from "../../../src/call/mesh/decide-signal.ts";

const offer = (seat: number, connection = "theirs") => ({ connection, seat, isOffer: true });
const candidates = (seat: number, connection = "theirs") => ({ connection, seat, isOffer: false });
const known = (changes: Partial<KnownConnection> = {}): KnownConnection => ({
  connectionID: "ours",
  seat: 5,
  isInitiator: true,
  isAnswered: false,
  ...changes,
});

describe("deciding on a signal", () => {
  it("handles every signal of the current connection", () => {
    for (const isPolite of [true, false]) {
      expect(decideSignal(offer(5, "ours"), known(), isPolite)).to.equal("handle");
      expect(decideSignal(candidates(5, "ours"), known({ isAnswered: true }), isPolite)).to.equal("handle");
    }
  });

  it("accepts an offer when there is no connection", () => {
    expect(decideSignal(offer(5), null, false)).to.equal("accept");
  });

  it("drops any other signal of an unknown connection", () => {
    expect(decideSignal(candidates(5), null, true)).to.equal("drop");
    expect(decideSignal(candidates(9), known(), true)).to.equal("drop");
    expect(decideSignal(candidates(9), known({ isAnswered: true }), true)).to.equal("drop");
  });

  it("lets only the polite peer give way when both initiated", () => {
    expect(decideSignal(offer(5), known(), true)).to.equal("accept");
    expect(decideSignal(offer(5), known(), false)).to.equal("drop");
  });

  it("accepts an offer after an answer as a new connection, on either side", () => {
    for (const isPolite of [true, false]) {
      expect(decideSignal(offer(5), known({ isAnswered: true }), isPolite)).to.equal("accept");
    }
  });

  it("accepts the later of two offers from the remote participant", () => {
    for (const isPolite of [true, false]) {
      expect(decideSignal(offer(5), known({ isInitiator: false }), isPolite)).to.equal("accept");
    }
  });

  it("accepts an offer from a newer page in any case", () => {
    expect(decideSignal(offer(6), known(), false)).to.equal("accept");
  });

  it("drops an offer from an older page", () => {
    expect(decideSignal(offer(4), known({ isAnswered: true }), true)).to.equal("drop");
  });

  it("makes exactly one of two participants polite", () => {
    expect([isPoliteTowards("a", "b"), isPoliteTowards("b", "a")]).to.deep.equal([true, false]);
  });
});
