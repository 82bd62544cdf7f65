// Who gets a connection, and which signals count: the order of things, with connections that carry nothing.
import type { Signal } from "@meetogram/contract";
import { expect } from "chai";
import { createMesh, type Mesh } from "../../src/call/mesh.ts";
import type { CallParticipant } from "../../src/call/participant-view.ts";
import { retryDelayMs, timings } from "../../src/call/timings.ts";
import type { SeatedParticipant } from "../../src/signalling/signalling.ts";
import { FakeConnection, installMediaStream } from "./fake-connection.ts";
import { createManualClock, type ManualClock } from "./manual-clock.ts";

const constraints = { audio: true, video: true, screen: false };
/** Everything that is under way in promises gets done. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

describe("the mesh", () => {
  let clock: ManualClock;
  let mesh: Mesh;
  let connections: FakeConnection[];
  let sent: { to: string; signal: Signal }[];
  let hasEntered: boolean;
  let isReachable: boolean;
  let peerCounts: number[];
  let shown: (participants: readonly CallParticipant[]) => void;
  let uninstall: () => void;

  before(() => (uninstall = installMediaStream()));
  after(() => uninstall());

  beforeEach(() => {
    clock = createManualClock();
    connections = [];
    sent = [];
    peerCounts = [];
    shown = () => {};
    hasEntered = false;
    isReachable = true;
    mesh = createMesh({
      self: { participantID: "m", seat: 10 },
      clock,
      createConnection() {
        const connection = new FakeConnection();
        connections.push(connection);
        return connection as unknown as RTCPeerConnection;
      },
      tracks: () => ({ audio: null, video: null }),
      ownState: () => ({ type: "state", hasEntered, constraints, name: "Me" }),
      sendSignal: (to, signal) => sent.push({ to, signal }),
      openName: async (_, sealed) => sealed,
      screen: () => null,
      isSoundBlocked: () => false,
      isNetworkLost: () => false,
      isReachable: () => isReachable,
      onPeers: (peers) => peerCounts.push(peers),
      onChange: (participants) => shown(participants),
    });
  });
  afterEach(() => mesh.close("left"));

  const seated = (participantID: string, seat: number, isActive = true): SeatedParticipant => ({
    participantID,
    seat,
    isActive,
    constraints,
    role: "guest",
    name: null,
  });
  const offer = (seat: number, connection: string = crypto.randomUUID()): Signal => ({
    seat,
    connection,
    description: { type: "offer", sdp: "v=0" },
  });
  const answer = (seat: number, connection: string): Signal => ({
    seat,
    connection,
    description: { type: "answer", sdp: "v=0" },
  });
  const open = () => connections.filter(({ connectionState }) => connectionState !== "closed");
  async function pass(ms: number) {
    clock.advance(ms);
    await settle();
  }

  /** Lets a participant's connection be answered and opened, and its state arrive. */
  async function connect(participantID: string, seat: number) {
    mesh.handleParticipants([seated(participantID, seat)]);
    await settle();
    await pass(timings.unhurriedGatherMs);
    mesh.handleSignal(participantID, answer(seat, sent.at(-1)!.signal.connection));
    await settle();
    const connection = connections.at(-1)!;
    connection.channel.open();
    connection.channel.receive({ type: "state", hasEntered: true, constraints, name: "Other" });
    return connection;
  }

  /** So that a standstill is one, and not what a device at its end does all the time. */
  async function stayCalm({ channel }: FakeConnection) {
    for (let calmMs = 0; calmMs <= timings.calmForMs; calmMs += timings.figuresEveryMs) {
      channel.receive({ type: "ping", id: calmMs });
      await pass(timings.figuresEveryMs);
    }
  }

  it("begins from the lobby towards who has entered and towards nobody else", async () => {
    mesh.handleParticipants([seated("m", 10, false), seated("a", 3), seated("z", 4, false)]);
    await settle();
    await pass(timings.unhurriedGatherMs);
    expect(sent.map(({ to, signal }) => [to, signal.seat, signal.description?.type])).to.deep.equal([
      ["a", 10, "offer"],
    ]);
  });

  it("is patient when its own offer took long: a busy device has busy ones around it", async () => {
    mesh.handleParticipants([seated("a", 3)]);
    // The offer is made when promises get their turn, which they do not before `settle`.
    clock.advance(4_000);
    await settle();
    const [connection] = connections;
    await pass(retryDelayMs(0) + 8_000 - 1);
    expect(connections).to.deep.equal([connection]);
    await pass(1);
    expect(connections).to.have.length(2);
  });

  it("asks a ghost again, ever more seldom, and never shows it", async () => {
    mesh.handleParticipants([seated("a", 3)]);
    await settle();
    for (let attempt = 0; attempt < 4; attempt++) {
      expect(connections).to.have.length(attempt + 1);
      await pass(retryDelayMs(attempt) - 1);
      expect(connections).to.have.length(attempt + 1);
      await pass(1);
    }
    expect(open()).to.have.length(1);
    expect(new Set(sent.map(({ signal }) => signal.connection)).size).to.equal(4);
    expect(mesh.participants).to.deep.equal([]);
    mesh.handleParticipants([]);
    await pass(120_000);
    expect(open()).to.have.length(0);
    expect(connections).to.have.length(5);
  });

  it("waits a moment for the newcomer to begin when both have entered", async () => {
    hasEntered = true;
    mesh.handleParticipants([seated("a", 30)]);
    await pass(timings.deferMs - 1);
    expect(connections).to.have.length(0);
    mesh.handleSignal("a", offer(30));
    await settle();
    await pass(timings.deferMs);
    expect(connections).to.have.length(1);
    expect(sent.map(({ signal }) => signal.description?.type)).to.deep.equal(["answer"]);
  });

  it("begins itself when the newcomer does not", async () => {
    hasEntered = true;
    mesh.handleParticipants([seated("a", 30)]);
    await pass(timings.deferMs);
    await pass(timings.unhurriedGatherMs);
    expect(sent.map(({ signal }) => signal.description?.type)).to.deep.equal(["offer"]);
  });

  it("keeps its own beginning against that of the polite", async () => {
    mesh.handleParticipants([seated("a", 3)]);
    await settle();
    mesh.handleSignal("a", offer(3));
    await settle();
    expect(connections).to.have.length(1);
  });

  it("gives its own beginning up for that of the impolite", async () => {
    mesh.handleParticipants([seated("z", 3)]);
    await settle();
    mesh.handleSignal("z", offer(3, "6ff6f4b2-7d0d-4f8c-9f0c-0f4ad4a2f8b1"));
    await settle();
    await pass(timings.unhurriedGatherMs);
    expect(connections.map(({ connectionState }) => connectionState)).to.deep.equal(["closed", "new"]);
    expect(sent.at(-1)?.signal).to.deep.include({
      connection: "6ff6f4b2-7d0d-4f8c-9f0c-0f4ad4a2f8b1",
      description: { type: "answer", sdp: "v=0" },
    });
  });

  it("replaces the connection of a page that has a successor, whichever tells first", async () => {
    await connect("a", 3);
    mesh.handleSignal("a", offer(7));
    await settle();
    expect(connections.map(({ connectionState }) => connectionState)).to.deep.equal(["closed", "new"]);
    mesh.handleParticipants([seated("a", 7, false)]);
    expect(open()).to.have.length(1);
    mesh.handleParticipants([seated("a", 8, false)]);
    expect(open()).to.have.length(0);
  });

  it("does not listen to an old page, nor to a connection that has ended", async () => {
    await connect("a", 3);
    const { connection } = sent[0]!.signal;
    mesh.handleSignal("a", offer(2));
    mesh.handleSignal("a", offer(7));
    await settle();
    expect(connections).to.have.length(2);
    mesh.handleSignal("a", offer(3));
    mesh.handleSignal("a", offer(7, connection));
    await settle();
    expect(connections).to.have.length(2);
    expect(open()).to.have.length(1);
  });

  it("forgets who says goodbye at once, though the document is still there", async () => {
    const { channel } = await connect("a", 3);
    expect(mesh.participants.map(({ status }) => status)).to.deep.equal(["connected"]);
    channel.receive({ type: "bye", reason: "left" });
    expect(mesh.participants).to.deep.equal([]);
    mesh.handleParticipants([seated("a", 3)]);
    mesh.handleSignal("a", offer(3));
    await pass(60_000);
    expect(connections).to.have.length(1);
    mesh.handleSignal("a", offer(4));
    await settle();
    expect(open()).to.have.length(1);
  });

  it("keeps the tile of a page that closes for a moment, for it may be a reload", async () => {
    const { channel } = await connect("a", 3);
    channel.receive({ type: "bye", reason: "closed" });
    mesh.handleParticipants([]);
    expect(mesh.participants).to.have.length(1);
    expect(mesh.participants[0]).to.include({ name: "Other", status: "connecting" });
    await pass(timings.returnWithinMs - 1);
    expect(mesh.participants).to.have.length(1);
    await pass(1);
    expect(mesh.participants).to.deep.equal([]);
  });

  it("shows one tile throughout a reload", async () => {
    const seen: number[] = [];
    shown = (participants) => seen.push(participants.length);
    const { channel } = await connect("a", 3);
    channel.receive({ type: "bye", reason: "closed" });
    mesh.handleParticipants([]);
    await pass(1_000);
    mesh.handleParticipants([seated("a", 7, false)]);
    mesh.handleSignal("a", offer(7));
    await settle();
    const next = connections.at(-1)!;
    next.channel.open();
    next.channel.receive({ type: "state", hasEntered: false, constraints, name: "Other" });
    next.channel.receive({ type: "state", hasEntered: true, constraints, name: "Other" });
    mesh.handleParticipants([seated("a", 7)]);
    for (let beat = 0; beat < 6; beat++) {
      next.channel.receive({ type: "ping", id: beat });
      await pass(timings.beatMs);
    }
    expect(new Set(seen)).to.deep.equal(new Set([1]));
    expect(mesh.participants[0]).to.include({ status: "connected" });
  });

  it("lets its connections go while resting, and takes them up again", async () => {
    const first = await connect("a", 3);
    mesh.setResting(true);
    expect(first.channel.sent.filter((message) => (message as { type: string }).type === "bye")).to.deep.equal([]);
    mesh.handleParticipants([seated("a", 3), seated("b", 4)]);
    mesh.handleSignal("b", offer(4));
    await pass(60_000);
    expect(open()).to.have.length(0);
    mesh.setResting(false);
    expect(open()).to.have.length(2);
  });

  it("keeps a connection whose document has vanished for as long as it lives", async () => {
    const { channel } = await connect("a", 3);
    mesh.handleParticipants([]);
    for (let beat = 0; beat < 30; beat++) {
      channel.receive({ type: "ping", id: beat });
      await pass(timings.beatMs);
    }
    expect(mesh.participants).to.have.length(1);
    await pass(timings.silentAfterMs + timings.beatMs);
    expect(mesh.participants).to.deep.equal([]);
    expect(open()).to.have.length(0);
  });

  it("calls silent who is not heard, lets it go after a while, and begins anew", async () => {
    await connect("a", 3);
    await pass(timings.silentAfterMs + timings.beatMs);
    expect(mesh.participants[0]).to.include({ status: "silent", cause: "network-there" });
    await pass(timings.lostAfterMs - timings.silentAfterMs);
    expect(mesh.participants).to.deep.equal([]);
    expect(connections.map(({ connectionState }) => connectionState)).to.deep.equal(["closed", "new"]);
  });

  it("makes the connection anew when this page has stood still and plays late, and keeps its tile", async () => {
    hasEntered = true;
    const first = await connect("a", 3);
    const tiles: number[] = [];
    shown = (participants) => tiles.push(participants.length);
    first.played = { delayMs: 1_000 };
    await stayCalm(first);
    clock.freeze(2 * timings.silentAfterMs);
    await pass(timings.figuresEveryMs);
    await pass(timings.lateLookEveryMs);
    expect(connections).to.have.length(2);
    await pass(timings.gatherMs);
    expect(sent.at(-1)).to.deep.include({ to: "a" });
    expect(sent.at(-1)!.signal.description?.type).to.equal("offer");
    expect(mesh.participants[0]).to.include({ participantID: "a", status: "connecting" });
    expect(Math.min(...tiles)).to.equal(1);
    // However long it takes: what is made anew is shown all the time, and what the other side sees until it has the offer goes on.
    await pass(2 * timings.returnWithinMs);
    expect(Math.min(...tiles)).to.equal(1);
    expect(first.connectionState).not.to.equal("closed");
    await pass(timings.giveWayMs);
    expect(first.connectionState).to.equal("closed");
  });

  it("makes it anew for this once a minute at most: a device at its end stands still often", async () => {
    hasEntered = true;
    await connect("a", 3);
    for (const expected of [2, 2, 3]) {
      const peer = connections.at(-1)!;
      peer.played = { delayMs: 1_000 };
      await stayCalm(peer);
      clock.freeze(2 * timings.silentAfterMs);
      await pass(timings.figuresEveryMs);
      await pass(timings.lateLookEveryMs);
      expect(connections).to.have.length(expected);
      if (connections.at(-1) !== peer) {
        await pass(timings.gatherMs);
        mesh.handleSignal("a", answer(3, sent.at(-1)!.signal.connection));
        await settle();
        connections.at(-1)!.channel.open();
      }
    }
  });

  it("keeps the connection when it has stood still and plays in time, and when the server is out of reach", async () => {
    const connection = await connect("a", 3);
    for (const [delayMs, reachable] of [
      [50, true],
      [1_000, false],
    ] as const) {
      isReachable = reachable;
      connection.played = { delayMs };
      await stayCalm(connection);
      clock.freeze(2 * timings.silentAfterMs);
      await pass(timings.figuresEveryMs);
      for (let looks = 0; looks < 10; looks++) {
        connection.channel.receive({ type: "ping", id: looks });
        await pass(timings.lateLookEveryMs);
      }
    }
    expect(connections).to.deep.equal([connection]);
    expect(mesh.participants[0]).to.include({ status: "connected" });
    // What could not be done then does not count as done.
    isReachable = true;
    await stayCalm(connection);
    clock.freeze(2 * timings.silentAfterMs);
    await pass(timings.figuresEveryMs);
    await pass(timings.lateLookEveryMs);
    expect(connections).to.have.length(2);
  });

  it("writes nothing while the server is out of reach, and begins at once when it is back", async () => {
    await connect("a", 3);
    isReachable = false;
    await pass(timings.lostAfterMs + timings.beatMs);
    expect(open()).to.have.length(0);
    const { length } = sent;
    await pass(300_000);
    expect(sent).to.have.length(length);
    isReachable = true;
    mesh.hurry();
    await settle();
    expect(open()).to.have.length(1);
    mesh.hurry();
    expect(connections).to.have.length(2);
  });

  it("begins at once towards whoever answers what has ended", async () => {
    hasEntered = true;
    mesh.handleParticipants([seated("z", 30)]);
    await pass(timings.deferMs);
    await pass(timings.gatherMs);
    const ended = sent.at(-1)!.signal.connection;
    await pass(retryDelayMs(0));
    expect(open()).to.have.length(0);
    mesh.handleSignal("z", answer(30, ended));
    expect(open()).to.have.length(1);
    expect(connections).to.have.length(2);
  });

  it("says goodbye to everyone and begins nothing more", async () => {
    const { channel } = await connect("a", 3);
    mesh.close("left");
    expect(channel.sent.at(-1)).to.deep.equal({ type: "bye", reason: "left" });
    mesh.handleParticipants([seated("b", 5)]);
    mesh.handleSignal("c", offer(5));
    await pass(60_000);
    expect(connections).to.have.length(1);
    expect(open()).to.have.length(0);
  });
});
