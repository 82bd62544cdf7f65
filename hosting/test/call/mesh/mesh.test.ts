// Who gets a connection, and which signals count: the order of events, with connections that carry
// nothing.
import { expect } from "chai";
import { backoffMs, timings } from "../../../src/call/timings.ts";
import { answer, constraints, offer, seated, settle, useCall, type CallOnFakes } from "../fakes/call-on-fakes.ts";

describe("the mesh", () => {
  let call: CallOnFakes;
  useCall((started) => (call = started));

  it("initiates from the lobby to participants that have entered, and to nobody else", async () => {
    call.mesh.handleParticipants([seated("m", 10, false), seated("a", 3), seated("z", 4, false)]);
    await settle();
    await call.pass(timings.longGatherMs);
    expect(call.sent.map(({ to, signal }) => [to, signal.seat, signal.description?.type])).to.deep.equal([
      ["a", 10, "offer"],
    ]);
  });

  it("retries a stale participant ever more rarely, and never shows it", async () => {
    call.mesh.handleParticipants([seated("a", 3)]);
    await settle();
    for (let attempt = 0; attempt < 4; attempt++) {
      expect(call.connections).to.have.length(attempt + 1);
      await call.pass(backoffMs(attempt) - 1);
      expect(call.connections).to.have.length(attempt + 1);
      await call.pass(1);
    }
    expect(call.open()).to.have.length(1);
    expect(new Set(call.sent.map(({ signal }) => signal.connection)).size).to.equal(4);
    expect(call.mesh.participants).to.deep.equal([]);
    call.mesh.handleParticipants([]);
    await call.pass(120_000);
    expect(call.open()).to.have.length(0);
    expect(call.connections).to.have.length(5);
  });

  it("waits a moment for the newcomer to initiate when both have entered", async () => {
    call.hasEntered = true;
    call.mesh.handleParticipants([seated("a", 30)]);
    await call.pass(timings.deferMs - 1);
    expect(call.connections).to.have.length(0);
    call.mesh.handleSignal("a", offer(30));
    await settle();
    await call.pass(timings.deferMs);
    expect(call.connections).to.have.length(1);
    expect(call.sent.map(({ signal }) => signal.description?.type)).to.deep.equal(["answer"]);
  });

  it("initiates itself when the newcomer does not", async () => {
    call.hasEntered = true;
    call.mesh.handleParticipants([seated("a", 30)]);
    await call.pass(timings.deferMs);
    await call.pass(timings.longGatherMs);
    expect(call.sent.map(({ signal }) => signal.description?.type)).to.deep.equal(["offer"]);
  });

  it("keeps its own offer against that of the polite peer", async () => {
    call.mesh.handleParticipants([seated("a", 3)]);
    await settle();
    call.mesh.handleSignal("a", offer(3));
    await settle();
    expect(call.connections).to.have.length(1);
  });

  it("drops its own offer for that of the impolite peer", async () => {
    call.mesh.handleParticipants([seated("z", 3)]);
    await settle();
    call.mesh.handleSignal("z", offer(3, "6ff6f4b2-7d0d-4f8c-9f0c-0f4ad4a2f8b1"));
    await settle();
    await call.pass(timings.longGatherMs);
    expect(call.connections.map(({ connectionState }) => connectionState)).to.deep.equal(["closed", "new"]);
    expect(call.sent.at(-1)?.signal).to.deep.include({
      connection: "6ff6f4b2-7d0d-4f8c-9f0c-0f4ad4a2f8b1",
      description: { type: "answer", sdp: "v=0" },
    });
  });

  it("replaces the connection of a page that has a successor, whether signal or document says so", async () => {
    await call.connect("a", 3);
    call.mesh.handleSignal("a", offer(7));
    await settle();
    expect(call.connections.map(({ connectionState }) => connectionState)).to.deep.equal(["closed", "new"]);
    call.mesh.handleParticipants([seated("a", 7, false)]);
    expect(call.open()).to.have.length(1);
    call.mesh.handleParticipants([seated("a", 8, false)]);
    expect(call.open()).to.have.length(0);
  });

  it("ignores signals of an old page, and of a connection that has ended", async () => {
    await call.connect("a", 3);
    const { connection } = call.sent[0]!.signal;
    call.mesh.handleSignal("a", offer(2));
    call.mesh.handleSignal("a", offer(7));
    await settle();
    expect(call.connections).to.have.length(2);
    call.mesh.handleSignal("a", offer(3));
    call.mesh.handleSignal("a", offer(7, connection));
    await settle();
    expect(call.connections).to.have.length(2);
    expect(call.open()).to.have.length(1);
  });

  it("removes a participant that says bye immediately, though its document is still there", async () => {
    const { channel } = await call.connect("a", 3);
    expect(call.mesh.participants.map(({ status }) => status)).to.deep.equal(["connected"]);
    channel.receive({ type: "bye", reason: "left" });
    expect(call.mesh.participants).to.deep.equal([]);
    call.mesh.handleParticipants([seated("a", 3)]);
    call.mesh.handleSignal("a", offer(3));
    await call.pass(60_000);
    expect(call.connections).to.have.length(1);
    call.mesh.handleSignal("a", offer(4));
    await settle();
    expect(call.open()).to.have.length(1);
  });

  it("keeps the tile of a page that closes for a moment: it may be a reload", async () => {
    const { channel } = await call.connect("a", 3);
    channel.receive({ type: "bye", reason: "closed" });
    call.mesh.handleParticipants([]);
    expect(call.mesh.participants).to.have.length(1);
    expect(call.mesh.participants[0]).to.include({ name: "Other", status: "connecting" });
    await call.pass(timings.returnWithinMs - 1);
    expect(call.mesh.participants).to.have.length(1);
    await call.pass(1);
    expect(call.mesh.participants).to.deep.equal([]);
  });

  it("shows one tile throughout a reload", async () => {
    const seen: number[] = [];
    call.shown = (participants) => seen.push(participants.length);
    const { channel } = await call.connect("a", 3);
    channel.receive({ type: "bye", reason: "closed" });
    call.mesh.handleParticipants([]);
    await call.pass(1_000);
    call.mesh.handleParticipants([seated("a", 7, false)]);
    call.mesh.handleSignal("a", offer(7));
    await settle();
    const next = call.connections.at(-1)!;
    next.channel.open();
    next.channel.receive({ type: "state", hasEntered: false, constraints, name: "Other" });
    next.channel.receive({ type: "state", hasEntered: true, constraints, name: "Other" });
    call.mesh.handleParticipants([seated("a", 7)]);
    for (let beat = 0; beat < 6; beat++) {
      next.channel.receive({ type: "ping", id: beat });
      await call.pass(timings.heartbeatMs);
    }
    expect(new Set(seen)).to.deep.equal(new Set([1]));
    expect(call.mesh.participants[0]).to.include({ status: "connected" });
  });

  it("closes its connections while resting, and opens them again", async () => {
    const first = await call.connect("a", 3);
    call.mesh.setResting(true);
    expect(first.channel.sent.filter((message) => (message as { type: string }).type === "bye")).to.deep.equal([]);
    call.mesh.handleParticipants([seated("a", 3), seated("b", 4)]);
    call.mesh.handleSignal("b", offer(4));
    await call.pass(60_000);
    expect(call.open()).to.have.length(0);
    call.mesh.setResting(false);
    expect(call.open()).to.have.length(2);
  });

  it("keeps a connection whose document has vanished while it is alive", async () => {
    const { channel } = await call.connect("a", 3);
    call.mesh.handleParticipants([]);
    for (let beat = 0; beat < 30; beat++) {
      channel.receive({ type: "ping", id: beat });
      await call.pass(timings.heartbeatMs);
    }
    expect(call.mesh.participants).to.have.length(1);
    await call.pass(timings.silentAfterMs + timings.heartbeatMs);
    expect(call.mesh.participants).to.deep.equal([]);
    expect(call.open()).to.have.length(0);
  });

  it("shows a participant that is not heard as silent, closes its connection after a while, and retries", async () => {
    await call.connect("a", 3);
    await call.pass(timings.silentAfterMs + timings.heartbeatMs);
    expect(call.mesh.participants[0]).to.include({ status: "silent", cause: "network-there" });
    await call.pass(timings.lostAfterMs - timings.silentAfterMs);
    expect(call.mesh.participants).to.deep.equal([]);
    expect(call.connections.map(({ connectionState }) => connectionState)).to.deep.equal(["closed", "new"]);
  });

  it("writes nothing while the server is unreachable, and initiates immediately when it is back", async () => {
    await call.connect("a", 3);
    call.isReachable = false;
    await call.pass(timings.lostAfterMs + timings.heartbeatMs);
    expect(call.open()).to.have.length(0);
    const { length } = call.sent;
    await call.pass(300_000);
    expect(call.sent).to.have.length(length);
    call.isReachable = true;
    call.mesh.reconnectNow();
    await settle();
    expect(call.open()).to.have.length(1);
    call.mesh.reconnectNow();
    expect(call.connections).to.have.length(2);
  });

  it("initiates immediately when a connection that has ended is answered", async () => {
    call.hasEntered = true;
    call.mesh.handleParticipants([seated("z", 30)]);
    await call.pass(timings.deferMs);
    await call.pass(timings.gatherMs);
    const ended = call.sent.at(-1)!.signal.connection;
    await call.pass(backoffMs(0));
    expect(call.open()).to.have.length(0);
    call.mesh.handleSignal("z", answer(30, ended));
    expect(call.open()).to.have.length(1);
    expect(call.connections).to.have.length(2);
  });

  it("says bye to everyone and initiates nothing more", async () => {
    const { channel } = await call.connect("a", 3);
    call.mesh.close("left");
    expect(channel.sent.at(-1)).to.deep.equal({ type: "bye", reason: "left" });
    call.mesh.handleParticipants([seated("b", 5)]);
    call.mesh.handleSignal("c", offer(5));
    await call.pass(60_000);
    expect(call.connections).to.have.length(1);
    expect(call.open()).to.have.length(0);
  });
});
