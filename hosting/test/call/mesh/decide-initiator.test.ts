import { expect } from "chai";
import { decideInitiator } from "../../../src/call/mesh/decide-initiator.ts";

const own = (hasEntered: boolean, seat = 10) => ({ participantID: "b", seat, hasEntered });
const remote = (isActive: boolean, seat = 5, participantID = "a") => ({ participantID, seat, isActive });

describe("deciding who begins", () => {
  it("never begins towards someone who is waiting", () => {
    expect(decideInitiator(own(false), remote(false))).to.equal("never");
    expect(decideInitiator(own(true), remote(false))).to.equal("never");
  });

  it("begins from the lobby towards everyone who has entered, whoever was seated first", () => {
    expect(decideInitiator(own(false, 10), remote(true, 5))).to.equal("now");
    expect(decideInitiator(own(false, 5), remote(true, 10))).to.equal("now");
  });

  it("leaves it to the one seated later when both have entered", () => {
    expect(decideInitiator(own(true, 10), remote(true, 5))).to.equal("now");
    expect(decideInitiator(own(true, 5), remote(true, 10))).to.equal("deferred");
  });

  it("settles equal seats by the participants' IDs", () => {
    expect(decideInitiator(own(true, 5), remote(true, 5, "a"))).to.equal("now");
    expect(decideInitiator(own(true, 5), remote(true, 5, "c"))).to.equal("deferred");
  });
});
