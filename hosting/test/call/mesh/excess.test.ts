// A participant whose page sends more control messages than honest pages do.
import { expect } from "chai";
import { constraints, offer, seated, settle, useCall, type CallOnFakes } from "../fakes/call-on-fakes.ts";
import type { FakeConnection } from "../fakes/fake-connection.ts";

describe("a flood of messages", () => {
  let call: CallOnFakes;
  useCall((started) => (call = started));

  const state = { type: "state", hasEntered: true, constraints, name: "Eve" };
  const flood = ({ channel }: FakeConnection, message: object = state, count = 5_000) => {
    for (let sent = 0; sent < count; sent++) channel.receive(message);
  };
  const countShown = () => {
    let count = 0;
    call.shown = () => (count += 1);
    return () => count;
  };

  it("is handled up to the allowance, then the connection closes with the reason", async () => {
    const connection = await call.connect("eve", 3);
    const read = countShown();
    for (let sent = 0; sent < 5_000; sent++) connection.channel.receive({ ...state, name: `Eve ${sent}` });
    // One for each of 199 states after the first one, and one for the end.
    expect(read()).to.equal(200);
    expect(connection.channel.sent.at(-1)).to.deep.equal({ type: "bye", reason: "rate-limited" });
    expect([call.mesh.participants, call.ends]).to.deep.equal([[], ["rate-limited"]]);
    await call.pass(1_000);
    expect(connection.connectionState).to.equal("closed");
  });

  for (const [what, message] of [
    ["pings", { type: "ping", id: 1 }],
    ["wishes", { type: "wish", cameraHeight: 100 }],
    ["signals of another connection", { type: "signal", signal: offer(3) }],
    ["what nobody knows", { type: "hug" }],
    ["words of a host, by a guest", { type: "ended" }],
  ] as const) {
    it(`of ${what} ends the connection`, async () => {
      const connection = await call.connect("eve", 3);
      flood(connection, message);
      expect([call.mesh.participants, call.ends]).to.deep.equal([[], ["rate-limited"]]);
      expect(connection.channel.sent.filter((sent) => (sent as { type: string }).type === "pong").length).to.be.at.most(
        600,
      );
    });
  }

  it("of one message ends the connection when it is too long", async () => {
    const { channel } = await call.connect("eve", 3);
    channel.receive({ type: "hug", arms: "x".repeat(5_000) });
    expect(call.ends).to.deep.equal(["rate-limited"]);
  });

  it("through a channel beside this one ends the connection before it begins", async () => {
    const connection = await call.connect("eve", 3);
    connection.dispatchEvent(new Event("datachannel"));
    expect(call.ends).to.deep.equal(["rate-limited"]);
  });

  it("lets the participant back with a newer document, and with no other page of its own invention", async () => {
    flood(await call.connect("eve", 3));
    for (const seat of [3, 4, 9_999]) {
      call.mesh.handleSignal("eve", offer(seat));
      call.mesh.handleParticipants([seated("eve", 3)]);
      await call.pass(60_000);
    }
    expect(call.connections).to.have.length(1);
    call.mesh.handleParticipants([seated("eve", 4)]);
    expect(call.open()).to.have.length(1);
  });

  it("does not begin anew with another connection", async () => {
    const first = await call.connect("eve", 3);
    flood(first, state, 150);
    call.mesh.handleSignal("eve", offer(4));
    await settle();
    const second = call.connections.at(-1)!;
    second.channel.open();
    flood(second, state, 49);
    expect(call.ends).to.deep.equal([]);
    flood(second, state, 1);
    expect(call.ends).to.deep.equal(["rate-limited"]);
  });

  it("of the local page is told to its person, and its connection is not tried again", async () => {
    const { channel } = await call.connect("eve", 3);
    channel.receive({ type: "bye", reason: "rate-limited" });
    expect([call.mesh.participants, call.ends]).to.deep.equal([[], ["rate-limited"]]);
    call.mesh.handleParticipants([seated("eve", 3)]);
    await call.pass(60_000);
    expect(call.open()).to.have.length(0);
  });
});
