// Whom a page with a waiting room lets near its connections.
import type { Signal } from "@meetogram/contract";
import { expect } from "chai";
import { createWaitingRoom, type Admission } from "../../src/call/waiting-room.ts";
import { createNameNumbers } from "../../src/call/mesh/name-numbers.ts";
import type { RoomState, SeatedParticipant } from "../../src/signalling/signalling.ts";
import { offer, seated, settle } from "./fakes/call-on-fakes.ts";

function createPage(options: { isExpected?: boolean; hasEntered?: boolean } = {}) {
  const page = { hasEntered: options.hasEntered ?? false, seats: [] as string[], heldBack: [] as string[] };
  const signals: [string, Signal][] = [];
  const admissions: Admission[] = [];
  const { numberOf } = createNameNumbers();
  let knocks = 0;
  const waitingRoom = createWaitingRoom({
    self: { participantID: "me" },
    isExpected: options.isExpected ?? false,
    hasEntered: () => page.hasEntered,
    mesh: () => ({
      handleParticipants: (list) => (page.seats = list.map(({ participantID }) => participantID)),
      holdBack: (ids) => (page.heldBack = [...ids]),
      handleSignal: (from, signal) => void signals.push([from, signal]),
      numberOf,
    }),
    openName: async (_, sealed) => (sealed === "garbage" ? null : { content: sealed, signer: "key" }),
    onAdmission: (admission) => admissions.push(admission),
    onKnocks: () => (knocks += 1),
  });
  return { page, signals, admissions, waitingRoom, countKnocks: () => knocks };
}

const room = (changes: Partial<RoomState> = {}): RoomState => ({
  isLocked: false,
  removed: [],
  hasWaitingRoom: true,
  admitted: [],
  ...changes,
});
const guest = (id: string, isActive = true): SeatedParticipant => seated(id, 1, isActive);
const host = (id: string): SeatedParticipant => seated(id, 1, true, "host");
const knocking = (id: string, name: string | null, seat = 1): SeatedParticipant => ({
  ...seated(id, seat, false),
  name,
  hasKnocked: true,
});

describe("the waiting room of a call", () => {
  it("changes nothing where it is off", () => {
    const { page, admissions, waitingRoom } = createPage();
    waitingRoom.handleRoom(room({ hasWaitingRoom: false }));
    waitingRoom.handleParticipants([guest("me", false), guest("a"), guest("b", false)]);
    expect(page).to.deep.include({ seats: ["me", "a", "b"], heldBack: [] });
    expect({ admissions, admission: waitingRoom.admission }).to.deep.equal({ admissions: [], admission: "admitted" });
  });

  it("holds a newcomer back until a host admits it, and says nothing before it knows", () => {
    const { admissions, waitingRoom } = createPage({ isExpected: true });
    expect(waitingRoom.admission).to.equal("unknown");
    waitingRoom.handleRoom(room());
    expect(waitingRoom.admission).to.equal("unknown");
    waitingRoom.handleParticipants([guest("me", false), host("h")]);
    expect(waitingRoom.admission).to.equal("waiting");
    waitingRoom.handleRoom(room({ admitted: ["me"] }));
    expect(admissions).to.deep.equal(["waiting", "admitted"]);
  });

  it("lets everybody in when it is switched off, and holds a lobby back when it is switched on", () => {
    const { admissions, waitingRoom } = createPage();
    waitingRoom.handleParticipants([guest("me", false)]);
    for (const hasWaitingRoom of [false, true, false]) waitingRoom.handleRoom(room({ hasWaitingRoom }));
    expect(admissions).to.deep.equal(["waiting", "admitted"]);
  });

  it("never holds back a host, nor who has entered", () => {
    for (const own of [{ ...host("me"), isActive: false }, guest("me")]) {
      const { waitingRoom } = createPage({ isExpected: true });
      waitingRoom.handleRoom(room());
      waitingRoom.handleParticipants([own]);
      expect(waitingRoom.admission).to.equal("admitted");
    }
    const { waitingRoom } = createPage({ hasEntered: true });
    waitingRoom.handleRoom(room());
    waitingRoom.handleParticipants([guest("me", false)]);
    expect(waitingRoom.admission, "its document follows").to.equal("admitted");
  });

  it("is waiting again when the server did not let it enter", () => {
    const { page, admissions, waitingRoom } = createPage({ hasEntered: true });
    waitingRoom.handleRoom(room());
    waitingRoom.handleParticipants([guest("me", false)]);
    page.hasEntered = false;
    waitingRoom.review();
    expect(admissions).to.deep.equal(["waiting"]);
  });

  it("keeps others who wait away from the connections: not those who are inside, hosts, or admitted", () => {
    const { page, waitingRoom } = createPage({ hasEntered: true });
    waitingRoom.handleRoom(room({ admitted: ["admitted"] }));
    const lobbyHost = { ...host("h"), isActive: false };
    waitingRoom.handleParticipants([
      guest("me"),
      guest("in"),
      guest("admitted", false),
      lobbyHost,
      guest("out", false),
    ]);
    expect(page).to.deep.include({ seats: ["me", "in", "admitted", "h"], heldBack: ["out"] });
    waitingRoom.handleRoom(room({ admitted: ["admitted", "out"] }));
    expect(page).to.deep.include({ seats: ["me", "in", "admitted", "h", "out"], heldBack: [] });
  });

  it("takes signals of the admitted only, and keeps those that come before the news", () => {
    const { signals, waitingRoom } = createPage({ hasEntered: true });
    waitingRoom.handleRoom(room());
    waitingRoom.handleParticipants([guest("me"), guest("in"), guest("out", false)]);
    const [one, two] = [offer(1), offer(1)];
    waitingRoom.handleSignal("in", one, "key");
    waitingRoom.handleSignal("out", two, "key");
    waitingRoom.handleSignal("nobody", offer(1), "key");
    expect(signals).to.deep.equal([["in", one]]);
    waitingRoom.handleRoom(room({ admitted: ["out"] }));
    waitingRoom.handleRoom(room({ admitted: ["out", "else"] }));
    expect(signals).to.deep.equal([
      ["in", one],
      ["out", two],
    ]);
  });

  it("keeps a bounded number of early signals", () => {
    const { signals, waitingRoom } = createPage({ hasEntered: true });
    waitingRoom.handleRoom(room());
    for (let count = 0; count < 1_000; count += 1) waitingRoom.handleSignal("out", offer(1), "key");
    waitingRoom.handleRoom(room({ admitted: ["out"] }));
    expect(signals).to.have.length(64);
  });

  it("tells a host who knocks, oldest first, with cleaned names and numbers", async () => {
    const { waitingRoom, countKnocks } = createPage({ hasEntered: true });
    waitingRoom.handleRoom(room());
    const all = [
      host("me"),
      knocking("b", "Anna", 5),
      knocking("a", "An\u202Ena\u200B", 3),
      knocking("c", "garbage", 7),
      knocking("d", null, 9),
      guest("silent", false),
    ];
    waitingRoom.handleParticipants(all);
    await settle();
    expect(
      waitingRoom.knocks.map(({ participantID, name, nameNumber }) => [participantID, name, nameNumber]),
    ).to.deep.equal([
      ["a", "Anna", 1],
      ["b", "Anna", 2],
      ["c", "", 2],
      ["d", "", 1],
    ]);
    const before = countKnocks();
    waitingRoom.handleParticipants([...all]);
    await settle();
    expect(countKnocks(), "nothing new").to.equal(before);
    waitingRoom.handleRoom(room({ admitted: ["a", "b", "c", "d"] }));
    expect(waitingRoom.knocks).to.deep.equal([]);
  });

  it("tells a guest nothing of those who knock", async () => {
    const { waitingRoom, countKnocks } = createPage({ hasEntered: true });
    waitingRoom.handleRoom(room());
    waitingRoom.handleParticipants([guest("me"), knocking("a", "Anna")]);
    await settle();
    expect(waitingRoom.knocks).to.deep.equal([]);
    expect(countKnocks()).to.equal(0);
  });
});
