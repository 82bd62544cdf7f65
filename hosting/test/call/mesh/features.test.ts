import { expect } from "chai";
import type { FeatureMessage } from "@meetogram/contract";
import { constraints, seated, useCall, type CallOnFakes } from "../fakes/call-on-fakes.ts";

describe("messages of features", () => {
  let call: CallOnFakes;
  useCall((started) => (call = started));

  const hand: FeatureMessage = { type: "hand", order: 1 };
  const state = { type: "state", hasEntered: true, constraints, name: "Other" };
  const types = (sent: readonly unknown[]) => sent.map((message) => (message as { type: string }).type);

  function enter() {
    call.hasEntered = true;
    call.mesh.announceState();
  }

  it("pass between two who have both entered, after the state that says so", async () => {
    const connection = await call.connect("ann", 3);
    call.mesh.sendFeature(hand);
    connection.channel.receive(hand);
    expect([call.reached, call.features, call.mesh.reachable()]).to.deep.equal([[], [], []]);
    enter();
    expect([call.reached, call.mesh.reachable()]).to.deep.equal([["ann"], ["ann"]]);
    call.mesh.sendFeature(hand);
    expect(types(connection.channel.sent).slice(-2)).to.deep.equal(["state", "hand"]);
    connection.channel.receive(hand);
    expect(call.features).to.deep.equal([{ from: { participantID: "ann", isHost: false }, message: hand }]);
  });

  it("do not come from somebody who has not entered", async () => {
    enter();
    const connection = await call.connect("ann", 3, false);
    connection.channel.receive(hand);
    expect([call.reached, call.features]).to.deep.equal([[], []]);
    connection.channel.receive(state);
    connection.channel.receive(hand);
    expect([call.reached, call.features.length]).to.deep.equal([["ann"], 1]);
  });

  it("go to one, or to everybody", async () => {
    enter();
    const ann = await call.connect("ann", 3);
    const ben = await call.connect("ben", 4);
    call.mesh.sendFeature(hand, "ben");
    expect([types(ann.channel.sent), types(ben.channel.sent)].map((sent) => sent.includes("hand"))).to.deep.equal([
      false,
      true,
    ]);
  });

  it("name a host as one by its document, not by its word", async () => {
    enter();
    const connection = await call.connect("ann", 3);
    call.mesh.handleParticipants([seated("ann", 3, true, "host")]);
    connection.channel.receive({ type: "request", request: "mute" });
    // The role has been handed over.
    call.mesh.handleParticipants([seated("ann", 3, true, "guest")]);
    connection.channel.receive({ type: "request", request: "mute" });
    expect(call.features.map(({ from }) => from.isHost)).to.deep.equal([true, false]);
  });

  it("have a channel for files to whoever can be reached, for the life of one connection", async () => {
    const connection = await call.connect("ann", 3);
    expect(call.mesh.openFileChannel("ann")).to.equal(null);
    enter();
    const files = call.mesh.openFileChannel("ann")!;
    expect(call.mesh.openFileChannel("ann")).to.equal(files);
    expect(call.mesh.openFileChannel("ben")).to.equal(null);
    connection.channel.close();
    expect([files.ended.aborted, files.channel.readyState]).to.deep.equal([true, "closed"]);
    expect(call.mesh.openFileChannel("ann")).to.equal(null);
    await call.pass(1_000);
    await call.connect("ann", 3);
    expect(call.mesh.openFileChannel("ann")).not.to.be.oneOf([null, files]);
    call.mesh.remove(["ann"]);
    expect(call.mesh.openFileChannel("ann")).to.equal(null);
  });

  it("reach somebody anew over each connection", async () => {
    enter();
    const connection = await call.connect("ann", 3);
    connection.channel.close();
    expect(call.mesh.reachable()).to.deep.equal([]);
    await call.pass(1_000);
    await call.connect("ann", 3);
    expect(call.reached).to.deep.equal(["ann", "ann"]);
  });
});
