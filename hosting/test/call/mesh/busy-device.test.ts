// What an overloaded device, and a page that was suspended, do with their connections.
import { expect } from "chai";
import { backoffMs, timings } from "../../../src/call/timings.ts";
import { answer, seated, settle, useCall, type CallOnFakes } from "../fakes/call-on-fakes.ts";
import type { FakeConnection } from "../fakes/fake-connection.ts";

describe("the mesh on an overloaded device", () => {
  let call: CallOnFakes;
  useCall((started) => (call = started));

  /** Only after this a suspension counts. Before, it may be an overloaded device. */
  async function stayOnTime({ channel }: FakeConnection) {
    for (let passedMs = 0; passedMs <= timings.onTimeForMs; passedMs += timings.statsEveryMs) {
      channel.receive({ type: "ping", id: passedMs });
      await call.pass(timings.statsEveryMs);
    }
  }

  it("waits longer for an answer when its own offer took long: the remote device may be overloaded too", async () => {
    call.mesh.handleParticipants([seated("a", 3)]);
    // The offer is made when promises run, which they do not before `settle`.
    call.clock.advance(4_000);
    await settle();
    const [connection] = call.connections;
    await call.pass(backoffMs(0) + 8_000 - 1);
    expect(call.connections).to.deep.equal([connection]);
    await call.pass(1);
    expect(call.connections).to.have.length(2);
  });

  it("accepts an answer that came in time, and gives the channel more time when the offer took long", async () => {
    call.mesh.handleParticipants([seated("a", 3)]);
    call.clock.advance(4_000);
    await settle();
    const [connection] = call.connections;
    await call.pass(backoffMs(0) + 8_000 - 1);
    call.mesh.handleSignal("a", answer(3, call.sent.at(-1)!.signal.connection));
    // The answer is not set before `settle` either.
    call.clock.advance(4_000);
    await settle();
    await call.pass(timings.openWithinMs + 8_000 - 1);
    expect(call.open()).to.deep.equal([connection]);
    await call.pass(1);
    expect(call.open()).to.have.length(0);
  });

  it("does not start over at each hint of a returning network while it is overloaded", async () => {
    call.mesh.handleParticipants([seated("a", 3)]);
    for (let hints = 0; hints < 5; hints++) {
      call.clock.advance(timings.reconnectNowEveryMs);
      call.mesh.reconnectNow();
    }
    await settle();
    expect(call.connections).to.have.length(1);
    await call.pass(backoffMs(0) + 2 * 5 * timings.reconnectNowEveryMs - 1);
    call.mesh.reconnectNow();
    expect(call.connections).to.have.length(1);
    await call.pass(1);
    expect(call.connections).to.have.length(2);
    // This offer was made quickly, so it is soon not too early to replace it.
    await call.pass(timings.reconnectNowEveryMs);
    call.mesh.reconnectNow();
    expect(call.connections).to.have.length(3);
  });

  it("neither closes a connection whose audio goes on nor calls it silent, however long the channel is blocked", async () => {
    const connection = await call.connect("a", 3);
    connection.played = { delayMs: 0 };
    const seconds = async (count: number) => {
      for (let second = 0; second < count; second++) await call.pass(1_000);
    };
    for (let second = 0; second < (2 * timings.lostAfterMs) / 1_000; second++) {
      await seconds(1);
      expect(call.mesh.participants[0], `after ${second} s`).to.include({ status: "connected" });
    }
    expect(call.connections).to.deep.equal([connection]);
    connection.played = null;
    await seconds(timings.silentAfterMs / 1_000 + 1);
    expect(connection.connectionState).to.equal("closed");
    expect(call.connections).to.have.length(2);
  });

  it("replaces a connection when this page was suspended and plays late, and keeps the tile", async () => {
    call.hasEntered = true;
    const first = await call.connect("a", 3);
    const tiles: number[] = [];
    call.shown = (participants) => tiles.push(participants.length);
    first.played = { delayMs: 1_000 };
    await stayOnTime(first);
    call.clock.freeze(2 * timings.silentAfterMs);
    await call.pass(timings.statsEveryMs);
    await call.pass(timings.playoutCheckEveryMs);
    expect(call.connections).to.have.length(2);
    await call.pass(timings.gatherMs);
    expect(call.sent.at(-1)).to.deep.include({ to: "a" });
    expect(call.sent.at(-1)!.signal.description?.type).to.equal("offer");
    expect(call.mesh.participants[0]).to.include({ participantID: "a", status: "connecting" });
    expect(Math.min(...tiles)).to.equal(1);
    // However long it takes, the tile stays throughout. The remote side keeps the replaced
    // connection until it has the offer.
    await call.pass(2 * timings.returnWithinMs);
    expect(Math.min(...tiles)).to.equal(1);
    expect(first.connectionState).not.to.equal("closed");
    await call.pass(timings.retiredLingerMs);
    expect(first.connectionState).to.equal("closed");
  });

  it("replaces it at most once a minute: an overloaded device is suspended often", async () => {
    call.hasEntered = true;
    await call.connect("a", 3);
    for (const expected of [2, 2, 3]) {
      const peer = call.connections.at(-1)!;
      peer.played = { delayMs: 1_000 };
      await stayOnTime(peer);
      call.clock.freeze(2 * timings.silentAfterMs);
      await call.pass(timings.statsEveryMs);
      await call.pass(timings.playoutCheckEveryMs);
      expect(call.connections).to.have.length(expected);
      if (call.connections.at(-1) !== peer) {
        await call.pass(timings.gatherMs);
        call.mesh.handleSignal("a", answer(3, call.sent.at(-1)!.signal.connection));
        await settle();
        call.connections.at(-1)!.channel.open();
      }
    }
  });

  it("keeps the connection when playout is on time after a suspension, and when the server is unreachable", async () => {
    const connection = await call.connect("a", 3);
    for (const [delayMs, reachable] of [
      [50, true],
      [1_000, false],
    ] as const) {
      call.isReachable = reachable;
      connection.played = { delayMs };
      await stayOnTime(connection);
      call.clock.freeze(2 * timings.silentAfterMs);
      await call.pass(timings.statsEveryMs);
      for (let checks = 0; checks < 10; checks++) {
        connection.channel.receive({ type: "ping", id: checks });
        await call.pass(timings.playoutCheckEveryMs);
      }
    }
    expect(call.connections).to.deep.equal([connection]);
    expect(call.mesh.participants[0]).to.include({ status: "connected" });
    // What was not possible then does not count as done.
    call.isReachable = true;
    await stayOnTime(connection);
    call.clock.freeze(2 * timings.silentAfterMs);
    await call.pass(timings.statsEveryMs);
    await call.pass(timings.playoutCheckEveryMs);
    expect(call.connections).to.have.length(2);
  });
});
