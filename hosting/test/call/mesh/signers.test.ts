// Signals in somebody else's name: sealed with the room's key, which everybody with the link has,
// and written by somebody who may write anything, such as whoever runs the server.
import { expect } from "chai";
import { answer, offer, seated, settle, useCall, type CallOnFakes } from "../fakes/call-on-fakes.ts";
import { timings } from "../../../src/call/timings.ts";

describe("the signer of a signal", () => {
  let call: CallOnFakes;
  useCall((made) => (call = made));

  const states = () => call.connections.map(({ connectionState }) => connectionState);

  it("keeps its connection against an offer that somebody else has signed, whatever seat it names", async () => {
    call.hasEntered = true;
    const connection = await call.connect("z", 5);
    for (const seat of [5, 6, 1_000_000]) call.mesh.handleSignal("z", offer(seat), "key of eve");
    await settle();
    expect(call.connections).to.deep.equal([connection]);
    expect(states()).to.deep.equal(["new"]);
    // The real page is not locked out by the seat that the forger named.
    call.mesh.handleSignal("z", offer(6));
    await settle();
    expect(states()).to.deep.equal(["closed", "new"]);
  });

  it("alone can go on with a connection that it has begun", async () => {
    const begun = offer(5);
    call.mesh.handleSignal("z", begun);
    await settle();
    const before = call.connections[0]!.candidates.length;
    const forged = {
      seat: 5,
      connection: begun.connection,
      candidates: [{ candidate: "forged", sdpMid: "0", sdpMLineIndex: 0 }],
    };
    call.mesh.handleSignal("z", forged, "key of eve");
    await settle();
    expect(call.connections[0]!.candidates.length).to.equal(before);
    call.mesh.handleSignal("z", forged);
    await settle();
    expect(call.connections[0]!.candidates.length).to.equal(before + 1);
  });

  it("may be another one once the connection has ended: a page can lose its key", async () => {
    call.hasEntered = true;
    const connection = await call.connect("z", 5);
    connection.channel.receive({ type: "bye", reason: "closed" });
    call.mesh.handleSignal("z", offer(6), "another key of z");
    await settle();
    expect(states()).to.deep.equal(["closed", "new"]);
  });

  it("may answer with another key than it had before", async () => {
    call.hasEntered = true;
    const connection = await call.connect("z", 5);
    connection.channel.receive({ type: "bye", reason: "closed" });
    call.mesh.handleParticipants([seated("z", 6)]);
    await call.pass(timings.deferMs);
    await call.pass(timings.longGatherMs);
    const { signal } = call.sent.at(-1)!;
    call.mesh.handleSignal("z", answer(6, signal.connection), "another key of z");
    await settle();
    expect(call.connections.at(-1)!.signalingState).to.equal("stable");
  });
});
