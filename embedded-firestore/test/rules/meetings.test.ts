import { expect } from "chai";
import type { Document } from "../../src/engine/index.ts";
import type { RulesRequest } from "../../src/rules/index.ts";
import { compileRules } from "../../src/rules/index.ts";
import { inDocuments, lookupOf, NOW, requestOf, toDocument } from "./expect.ts";

// Rules of the kind that meetings need: token claims, the caller's own document, changed fields,
// times, sizes.
const ruleset = compileRules(
  inDocuments(`match /rooms/{room} {
  function token() { return request.auth.token; }
  function own() { return get(/databases/$(database)/documents/rooms/$(room)/users/$(token().participant)).data; }
  function isIn() { return token().room == room && own().session == token().session; }
  function changed() { return request.resource.data.diff(resource.data).affectedKeys(); }

  allow update: if isIn()
    && changed().hasOnly(['expireAt'])
    && request.resource.data.expireAt <= request.time + duration.value(1, 'h');
  match /users/{participant} {
    allow read: if isIn();
    allow update: if isIn() && token().participant == participant
      && changed().hasOnly(['constraints', 'name'])
      && request.resource.data.constraints.keys().hasOnly(['audio', 'video'])
      && request.resource.data.constraints.audio is bool
      && (!('name' in request.resource.data) || request.resource.data.name.size() <= 64);
    allow delete: if isIn() && (token().participant == participant || token().role == 'host'
      || resource.data.leaseUntil < request.time);
    match /inbox/{id} {
      allow get, list, delete: if isIn() && token().participant == participant;
      allow create: if isIn()
        && request.resource.data.keys().hasOnly(['from', 'payload', 'sentAt'])
        && request.resource.data.from == token().participant
        && request.resource.data.payload is string
        && request.resource.data.payload.size() <= 65536
        && request.resource.data.sentAt == request.time;
    }
  }
}`),
);

const seat = {
  session: "s1",
  role: "guest",
  constraints: { audio: true, video: false },
  leaseUntil: new Date(Date.parse(NOW) + 60_000),
};
const lookup = lookupOf({ "rooms/r/users/me": seat, "rooms/r/users/you": seat });
const claims = { room: "r", participant: "me", session: "s1", role: "guest" };

function isAllowed(given: Partial<RulesRequest>, token: Record<string, unknown> | null = claims): boolean {
  const auth = token && { uid: "private", token };
  return ruleset.decide(requestOf({ auth, ...given }), lookup).isAllowed;
}

const own = (data: object = seat): Document => toDocument("rooms/r/users/me", data);
const update = (data: object): Partial<RulesRequest> => ({
  method: "update",
  path: "rooms/r/users/me",
  resource: own(),
  requestResource: own(data),
});

describe("rules of a meeting", () => {
  it("let a participant get and list the others in the room", () => {
    expect(isAllowed({ path: "rooms/r/users/you", resource: toDocument("rooms/r/users/you", seat) })).to.equal(true);
    expect(isAllowed({ method: "list", path: "rooms/r/users" })).to.equal(true);
    expect(isAllowed({ method: "list", path: "rooms/r/users/me/inbox" })).to.equal(true);
  });

  it("deny another room, another session, a removed participant, and nobody", () => {
    for (const token of [
      { ...claims, room: "other" },
      { ...claims, session: "s0" },
      { ...claims, participant: "gone" },
      { ...claims, participant: "me/inbox/x" },
      { ...claims, participant: "" },
      {},
      null,
    ]) {
      expect(isAllowed({ method: "list", path: "rooms/r/users" }, token)).to.equal(false);
      expect(isAllowed({ path: "rooms/r/users/me", resource: own() }, token)).to.equal(false);
    }
  });

  it("deny listing rooms and another's inbox, and paths that no rule covers", () => {
    expect(isAllowed({ method: "list", path: "rooms" })).to.equal(false);
    expect(isAllowed({ method: "list", path: "rooms/r/users/you/inbox" })).to.equal(false);
    expect(isAllowed({ path: "rooms/r/private/secret" })).to.equal(false);
    const from = [{ collectionId: "users", allDescendants: true }];
    expect(isAllowed({ method: "list", path: "users", query: { from } })).to.equal(false);
  });

  it("let a participant change only its constraints and name", () => {
    expect(isAllowed(update({ ...seat, constraints: { audio: false, video: true } }))).to.equal(true);
    expect(isAllowed(update({ ...seat, name: "n".repeat(64) }))).to.equal(true);
    expect(isAllowed(update({ ...seat, name: "n".repeat(65) }))).to.equal(false);
    expect(isAllowed(update({ ...seat, name: 5 }))).to.equal(false);
    expect(isAllowed(update({ ...seat, role: "host" }))).to.equal(false);
    expect(isAllowed(update({ ...seat, constraints: { audio: 1, video: true } }))).to.equal(false);
    expect(isAllowed(update({ ...seat, constraints: { audio: true, more: true } }))).to.equal(false);
    expect(isAllowed({ ...update(seat), path: "rooms/r/users/you" })).to.equal(false);
  });

  it("let a participant delete itself, a host anyone, and anyone an expired seat", () => {
    const remove = { method: "delete", path: "rooms/r/users/you" } as const;
    const expired = { ...seat, leaseUntil: new Date(Date.parse(NOW) - 1) };
    expect(isAllowed({ method: "delete", path: "rooms/r/users/me", resource: own() })).to.equal(true);
    expect(isAllowed({ ...remove, resource: own() })).to.equal(false);
    expect(isAllowed({ ...remove, resource: own() }, { ...claims, role: "host" })).to.equal(true);
    expect(isAllowed({ ...remove, resource: own(expired) })).to.equal(true);
  });

  it("let a participant put a signal of at most 64 kB into an inbox, in its own name, with the current time", () => {
    const time = "2024-02-29T12:30:45.678000Z";
    const signal = { from: "me", payload: "x", sentAt: new Date(time) };
    const create = (data: object): boolean =>
      isAllowed({
        method: "create",
        path: "rooms/r/users/you/inbox/1",
        time,
        requestResource: toDocument("rooms/r/users/you/inbox/1", data),
      });
    expect(create(signal)).to.equal(true);
    expect(create({ ...signal, payload: "x".repeat(65_536) })).to.equal(true);
    expect(create({ ...signal, payload: "x".repeat(65_537) })).to.equal(false);
    expect(create({ ...signal, payload: ["x"] })).to.equal(false);
    expect(create({ ...signal, from: "you" })).to.equal(false);
    expect(create({ ...signal, sentAt: new Date(0) })).to.equal(false);
    expect(create({ ...signal, more: 1 })).to.equal(false);
  });

  it("let a participant move the room's end by up to an hour", () => {
    const move = (minutes: number, more: object = {}): boolean =>
      isAllowed({
        method: "update",
        path: "rooms/r",
        resource: toDocument("rooms/r", { expireAt: new Date(0), capacity: 4 }),
        requestResource: toDocument("rooms/r", {
          expireAt: new Date(Date.parse(NOW) + minutes * 60_000),
          capacity: 4,
          ...more,
        }),
      });
    expect(move(59)).to.equal(true);
    expect(move(61)).to.equal(false);
    expect(move(59, { capacity: 100 })).to.equal(false);
  });
});
