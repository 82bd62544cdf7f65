import { expect } from "chai";
import {
  findRecent,
  forgetRoom,
  forgetRooms,
  maxRecent,
  parseRecent,
  readRecent,
  rememberRoom,
  unwantRecent,
  wantRecent,
  type RecentRoom,
} from "../../src/recent/recent-rooms.ts";

type Refusing = "opening" | "reading" | "writing" | "removing";

const hourMs = 3_600_000;
const values = new Map<string, string>();
let refused: Refusing | null = null;

function refuse(operation: Refusing): void {
  if (operation !== refused) return;
  throw new DOMException("Refused", operation === "writing" ? "QuotaExceededError" : "SecurityError");
}

const storage = {
  getItem: (key: string) => (refuse("reading"), values.get(key) ?? null),
  setItem: (key: string, value: string) => (refuse("writing"), void values.set(key, value)),
  removeItem: (key: string) => (refuse("removing"), void values.delete(key)),
};

function room(uuid: string, changes: Partial<RecentRoom> = {}): RecentRoom {
  const nowMs = Date.now();
  const times = { seenAtMs: nowMs, expiresAtMs: nowMs + hourMs };
  return { uuid, path: `/r/${uuid}#key`, isHost: true, hostKey: "secret", ...times, ...changes };
}

const uuids = () => readRecent()?.map(({ uuid }) => uuid) ?? null;

describe("remembered rooms", () => {
  const before = Object.getOwnPropertyDescriptor(globalThis, "localStorage");

  beforeEach(() => {
    values.clear();
    refused = null;
    Object.defineProperty(globalThis, "localStorage", {
      configurable: true,
      get: () => (refuse("opening"), storage),
    });
  });

  afterEach(() => {
    if (before === undefined) Reflect.deleteProperty(globalThis, "localStorage");
    else Object.defineProperty(globalThis, "localStorage", before);
  });

  it("are none before they are wanted, and nothing is stored", () => {
    rememberRoom(room("a"));
    forgetRoom("a");
    forgetRooms();
    expect(readRecent()).to.equal(null);
    expect(findRecent("a")).to.equal(null);
    expect(values.size).to.equal(0);
  });

  it("are all erased when they are not wanted any more", () => {
    wantRecent();
    rememberRoom(room("a"));
    expect(unwantRecent()).to.equal(true);
    expect(values.size).to.equal(0);
    rememberRoom(room("b"));
    expect(values.size).to.equal(0);
  });

  it("are listed once each, the latest first, with what is new about them", () => {
    wantRecent();
    rememberRoom(room("a"));
    rememberRoom(room("b", { seenAtMs: Date.now() + 1 }));
    rememberRoom(room("a", { seenAtMs: Date.now() + 2, isHost: false, hostKey: null }));
    expect(uuids()).to.deep.equal(["a", "b"]);
    expect(findRecent("a")).to.include({ isHost: false, hostKey: null });
    forgetRoom("a");
    expect(uuids()).to.deep.equal(["b"]);
    forgetRooms();
    expect(uuids()).to.deep.equal([]);
  });

  it("are kept when they are wanted again", () => {
    wantRecent();
    rememberRoom(room("a"));
    wantRecent();
    expect(uuids()).to.deep.equal(["a"]);
  });

  it(`are the latest ${maxRecent}, and none that has expired`, () => {
    wantRecent();
    rememberRoom(room("gone", { expiresAtMs: Date.now() - 1 }));
    for (let number = 0; number < maxRecent + 5; number += 1) {
      rememberRoom(room(`${number}`, { seenAtMs: Date.now() + number }));
    }
    expect(uuids()).to.have.length(maxRecent).and.include("24").and.not.include("4").and.not.include("gone");
    expect(values.get("recentRooms")).not.to.include("gone");
  });

  it("are none in what something else has written", () => {
    const strange = [
      "",
      "{}",
      "null",
      "[null, 1, []]",
      JSON.stringify([{ ...room("a"), path: "javascript:alert(1)" }]),
      JSON.stringify([{ ...room("a"), expiresAtMs: "later" }]),
      JSON.stringify([{ ...room("a"), hostKey: 1 }]),
    ];
    for (const text of strange) expect(parseRecent(text, Date.now()), text).to.deep.equal([]);
  });

  for (const refusing of ["opening", "reading", "writing", "removing"] as const) {
    it(`do not throw when ${refusing} is refused, and say so`, () => {
      wantRecent();
      rememberRoom(room("a"));
      refused = refusing;
      expect(wantRecent()).to.equal(refusing === "reading" || refusing === "removing");
      rememberRoom(room("b"));
      forgetRoom("a");
      forgetRooms();
      expect(findRecent("c")).to.equal(null);
      expect(unwantRecent()).to.equal(refusing === "writing" || refusing === "reading");
    });
  }
});
