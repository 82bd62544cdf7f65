import { expect } from "chai";
import { adoptSeat, forgetSeat, rememberSeat } from "../../../src/meeting/entrance/left-seat.ts";
import { useIdentity } from "../../../src/meeting/entrance/useIdentity.ts";

const room = "9b2f3c64-5717-4562-b3fc-2c963f66afa6";
const otherRoom = "1d5c0a51-7b36-4b5e-8a43-0c4cf6a6a7d1";

describe("the seat of a closed tab", () => {
  const { readSession, renewSession } = useIdentity();

  /** A seat was taken, and its tab is closed. */
  function leaveSeatBehind(): string {
    const session = renewSession();
    rememberSeat(room, session);
    renewSession();
    return session;
  }

  it("gives the next tab its session", () => {
    const session = leaveSeatBehind();
    expect(readSession()).to.not.equal(session);
    adoptSeat(room);
    expect(readSession()).to.equal(session);
  });

  it("is nothing to a tab in another room", () => {
    leaveSeatBehind();
    const session = readSession();
    adoptSeat(otherRoom);
    expect(readSession()).to.equal(session);
  });

  it("is forgotten by the page that ends its visit, and by no other", () => {
    const session = leaveSeatBehind();
    forgetSeat(otherRoom);
    adoptSeat(room);
    expect(readSession()).to.equal(session);
    const renewed = renewSession();
    forgetSeat(room);
    adoptSeat(room);
    expect(readSession()).to.equal(renewed);
  });
});
