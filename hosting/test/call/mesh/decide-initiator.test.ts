import { expect } from "chai";
import { decideInitiator } from "../../../src/call/mesh/decide-initiator.ts";

const own = (hasEntered: boolean, seat = 10) => ({ participantID: "b", seat, hasEntered });
const remote = (isActive: boolean, seat = 5, participantID = "a") => ({ participantID, seat, isActive });

describe("deciding who initiates", () => {
  it("never initiates to a waiting participant", () => {
    expect(decideInitiator(own(false), remote(false))).to.equal("never");
    expect(decideInitiator(own(true), remote(false))).to.equal("never");
  });

  it("initiates from the lobby to everyone who has entered, regardless of the seats", () => {
    expect(decideInitiator(own(false, 10), remote(true, 5))).to.equal("now");
    expect(decideInitiator(own(false, 5), remote(true, 10))).to.equal("now");
  });

  it("leaves it to the later seat when both have entered", () => {
    expect(decideInitiator(own(true, 10), remote(true, 5))).to.equal("now");
    expect(decideInitiator(own(true, 5), remote(true, 10))).to.equal("deferred");
  });

  it("decides equal seats by the participants' IDs", () => {
    expect(decideInitiator(own(true, 5), remote(true, 5, "a"))).to.equal("now");
    expect(decideInitiator(own(true, 5), remote(true, 5, "c"))).to.equal("deferred");
  });
});
