// After a removal, with connections that carry nothing: what a page takes from whom, and whose word
// it believes. The remote side never obeys.
import { expect } from "chai";
import { timings } from "../../../src/call/timings.ts";
import { constraints, offer, seated, settle, useCall, type CallOnFakes } from "../fakes/call-on-fakes.ts";

const [host, eve, cat] = ["host", "eve", "cat"].map(() => crypto.randomUUID()) as [string, string, string];
const removed = (participantID: string) => ({ type: "removed", participantID });

describe("a removal", () => {
  let call: CallOnFakes;
  useCall((started) => (call = started));

  const shown = () => call.mesh.participants.map(({ participantID }) => participantID);
  const state = { type: "state", hasEntered: true, constraints, name: "Other" };

  it("closes the connection, though its document and its page are still there", async () => {
    const connection = await call.connect(eve, 3);
    call.mesh.remove([eve]);
    expect([connection.connectionState, shown()]).to.deep.equal(["closed", []]);
    connection.channel.receive(state);
    call.mesh.handleParticipants([seated(eve, 3)]);
    expect(shown()).to.deep.equal([]);
  });

  it("lets nothing of the removed participant count any more, from whatever seat", async () => {
    await call.connect(eve, 3);
    call.mesh.remove([eve]);
    const { length } = call.connections;
    for (const seat of [3, 4, 9_999]) {
      call.mesh.handleSignal(eve, offer(seat));
      call.mesh.handleParticipants([seated(eve, seat)]);
      call.mesh.reconnectNow();
      await call.pass(60_000);
    }
    expect(call.connections).to.have.length(length);
    expect(shown()).to.deep.equal([]);
  });

  it("counts before anything is known of the participant", async () => {
    call.mesh.remove([eve]);
    call.mesh.handleSignal(eve, offer(3));
    call.mesh.handleParticipants([seated(eve, 3)]);
    await call.pass(60_000);
    expect(call.connections).to.have.length(0);
  });

  it("closes a connection that is still being made, and one that waits for a reload", async () => {
    call.mesh.handleSignal(eve, offer(3));
    await settle();
    call.mesh.remove([eve]);
    expect(call.open()).to.have.length(0);
    const { channel } = await call.connect(cat, 4);
    channel.receive({ type: "bye", reason: "closed" });
    expect(shown()).to.deep.equal([cat]);
    call.mesh.remove([cat]);
    expect(shown()).to.deep.equal([]);
  });

  it("closes a connection that was replaced and is kept for the remote side", async () => {
    call.hasEntered = true;
    const connection = await call.connect(eve, 3);
    connection.played = { delayMs: 1_000 };
    for (let passedMs = 0; passedMs <= timings.onTimeForMs; passedMs += timings.statsEveryMs) {
      connection.channel.receive({ type: "ping", id: passedMs });
      await call.pass(timings.statsEveryMs);
    }
    // This page was suspended, and plays late: it makes another connection.
    call.clock.freeze(2 * timings.silentAfterMs);
    await call.pass(timings.statsEveryMs);
    await call.pass(timings.playoutCheckEveryMs);
    expect(call.open()).to.have.length(2);
    call.mesh.remove([eve]);
    expect(call.open()).to.have.length(0);
  });

  it("leaves the others as they are", async () => {
    const connection = await call.connect(cat, 4);
    await call.connect(eve, 3);
    call.mesh.remove([eve]);
    connection.channel.receive({ type: "ping", id: 1 });
    expect(shown()).to.deep.equal([cat]);
    expect(connection.channel.sent.at(-1)).to.deep.equal({ type: "pong", id: 1 });
  });

  it("ends the call of the participant that it names", () => {
    call.mesh.remove([eve, "m"]);
    expect(call.ends).to.deep.equal(["removed"]);
  });

  describe("by a host's word over the channel", () => {
    /** The others' documents stay as they are. */
    async function connectBeside(participantID: string, seat: number) {
      call.mesh.handleSignal(participantID, offer(seat));
      await settle();
      const connection = call.connections.at(-1)!;
      connection.channel.open();
      connection.channel.receive(state);
      return connection;
    }

    async function connectHost(role: "host" | "guest" = "host") {
      const connection = await call.connect(host, 2);
      call.mesh.handleParticipants([seated(host, 2, true, role)]);
      return connection;
    }

    it("counts like that of the document", async () => {
      const { channel } = await connectHost();
      const connection = await connectBeside(eve, 3);
      channel.receive(removed(eve));
      expect([connection.connectionState, shown()]).to.deep.equal(["closed", [host]]);
      call.mesh.handleSignal(eve, offer(4));
      expect(call.open()).to.have.length(1);
    });

    it("ends the call of its receiver when the room is erased", async () => {
      const { channel } = await connectHost();
      channel.receive({ type: "ended" });
      expect(call.ends).to.deep.equal(["ended"]);
    });

    for (const [what, deceive] of [
      ["a guest says it", () => connectHost("guest")],
      [
        "somebody says it who has handed the role over",
        async () => {
          const connection = await connectHost();
          call.mesh.handleParticipants([seated(host, 2)]);
          return connection;
        },
      ],
      [
        "a page says it that only claims the host's newer seat",
        async () => {
          await connectHost();
          return connectBeside(host, 9_999);
        },
      ],
      ["nobody knows the document of who says it", () => connectBeside(host, 5)],
    ] as const) {
      it(`does nothing when ${what}`, async () => {
        const { channel } = await deceive();
        const other = await connectBeside(cat, 4);
        channel.receive(removed(cat));
        channel.receive({ type: "ended" });
        expect([other.connectionState, call.ends]).to.deep.equal(["new", []]);
        expect(shown()).to.include(cat);
      });
    }
  });

  describe("on a host's page", () => {
    const words = (connection: { channel: { sent: readonly unknown[] } }) =>
      connection.channel.sent.filter((message) => ["removed", "ended"].includes((message as { type: string }).type));

    it("is told to everybody once, to the removed participant last of all", async () => {
      const connection = await call.connect(cat, 4);
      const expelled = await call.connect(eve, 3);
      call.mesh.handleParticipants([seated("m", 10, true, "host"), seated(cat, 4), seated(eve, 3)]);
      call.mesh.remove([eve]);
      call.mesh.remove([eve]);
      expect([words(connection), words(expelled)]).to.deep.equal([[removed(eve)], [removed(eve)]]);
      expect(expelled.transceivers.every(({ isStopped }) => isStopped)).to.equal(true);
      expect(shown()).to.deep.equal([cat]);
      await call.pass(timings.lingerMs);
      expect(expelled.connectionState).to.equal("closed");
    });

    it("is told by hosts only", async () => {
      const connection = await call.connect(cat, 4);
      call.mesh.handleParticipants([seated("m", 10), seated(cat, 4)]);
      call.mesh.remove([eve]);
      expect(words(connection)).to.deep.equal([]);
    });
  });
});

describe("a seat that was taken over", () => {
  let call: CallOnFakes;
  useCall((started) => (call = started));

  it("loses its connection to the newer document, whatever seat it has claimed", async () => {
    call.mesh.handleParticipants([seated(eve, 3)]);
    call.mesh.handleSignal(eve, offer(9_999));
    await settle();
    const claimed = call.connections.at(-1)!;
    claimed.channel.open();
    claimed.channel.receive({ type: "state", hasEntered: true, constraints, name: "Eve" });
    call.mesh.handleParticipants([seated(eve, 3)]);
    expect(claimed.connectionState).to.equal("new");
    call.mesh.handleParticipants([seated(eve, 4)]);
    expect(claimed.connectionState).to.equal("closed");
    const { length } = call.connections;
    call.mesh.handleSignal(eve, offer(4));
    await settle();
    expect(call.connections.length).to.be.above(length - 1);
    expect(call.open()).to.have.length(1);
  });

  it("is not ended for the newer page by a bye from a claimed seat", async () => {
    call.mesh.handleParticipants([seated(eve, 3)]);
    call.mesh.handleSignal(eve, offer(9_999));
    await settle();
    const { channel } = call.connections.at(-1)!;
    channel.open();
    channel.receive({ type: "bye", reason: "left" });
    call.mesh.handleParticipants([seated(eve, 4)]);
    expect(call.open()).to.have.length(1);
  });
});
