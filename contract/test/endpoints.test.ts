import { expect } from "chai";
import * as v from "valibot";
import { endpoints, IdempotencyKey, limits, type Endpoint } from "../src/index.ts";

const uuid = "9f3c1f52-6c1e-4c8e-9a55-0d6f0b6f8a11";
const hostKey = "k".repeat(43);
const expiresAt = "2030-01-01T00:00:00.000Z";
const connectRequest = { uuid, userID: uuid, session: uuid, constraints: { audio: true, video: false } };
const roomResponse = {
  uuid,
  expiresAt,
  isProtected: false,
  hasLinkProof: false,
  hasWaitingRoom: false,
  capacity: 8,
  participants: 0,
};
const connectResponse = {
  token: "t",
  participantID: uuid,
  role: "guest",
  expiresAt,
  serverTime: expiresAt,
  iceServers: [{ urls: ["turn:t.example"], username: "u", credential: "c" }],
};

type Change = Record<string, unknown>;

function expectRefused(schema: v.GenericSchema, valid: Change, changes: readonly Change[]): void {
  expect(v.safeParse(schema, valid).success, "the valid one").to.equal(true);
  for (const change of changes) {
    expect(v.safeParse(schema, { ...valid, ...change }).success, JSON.stringify(change)).to.equal(false);
  }
}

function without(fields: Change, name: string): Change {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name));
}

describe("the table of endpoints", () => {
  for (const [name, { methods, path, request, errors }] of Object.entries<Endpoint>(endpoints)) {
    const entries = Object.keys((request as unknown as { entries: object }).entries);
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, field]) => field);

    it(`${name} has a path whose parts in braces are fields of the request`, () => {
      expect(path).to.match(/^(\/(\w+|\{\w+\}))+$/);
      expect(entries).to.include.members(inPath);
    });

    it(`${name} can be requested completely by each of its methods`, () => {
      expect(methods).not.to.be.empty;
      if (methods.includes("GET")) {
        // A GET carries its path only, so the other fields must be optional.
        const fields = Object.fromEntries(inPath.map((field) => [field, uuid]));
        expect(v.safeParse(request, fields).success).to.equal(true);
      }
    });

    it(`${name} lists the errors of a body if it accepts one`, () => {
      const expected = methods.includes("POST") ? ["too-large", "unsupported-media-type"] : [];
      expect(errors.filter((code) => ["too-large", "unsupported-media-type"].includes(code))).to.have.members(expected);
      if (entries.length > 0) {
        expect(errors).to.include("invalid-request");
      }
    });

    it(`${name} refuses an unknown field`, () => {
      const move = { ticket: "t".repeat(43), sealed: "s" };
      const all: Change = { ...connectRequest, ...move, participantID: uuid, challenge: "c".repeat(39), counter: 1 };
      const valid = Object.fromEntries(entries.filter((field) => field in all).map((field) => [field, all[field]]));
      expectRefused(request, valid, [{ color: "red" }]);
    });
  }

  it("has no two endpoints at one path", () => {
    const paths = Object.values(endpoints).map(({ path }) => path.toLowerCase());
    expect(new Set(paths).size).to.equal(paths.length);
  });
});

describe("requests and answers", () => {
  it("create accepts a password and a capacity within their bounds", () => {
    const { request } = endpoints.create;
    for (const valid of [{}, { capacity: 2 }, { capacity: limits.maxCapacity }, { password: "p" }]) {
      expect(v.parse(request, valid)).to.deep.equal(valid);
    }
    expectRefused(request, { password: "p".repeat(limits.maxPasswordLength) }, [
      { password: "" },
      { password: "p".repeat(limits.maxPasswordLength + 1) },
      { password: 1234 },
      { password: null },
      { capacity: 1 },
      { capacity: limits.maxCapacity + 1 },
      { capacity: 2.5 },
      { capacity: "8" },
      { capacity: NaN },
    ]);
  });

  it("create answers a UUID, an instant and a host key", () => {
    expectRefused(endpoints.create.response, { uuid, expiresAt, hostKey }, [
      { uuid: "room" },
      { expiresAt: "tomorrow" },
      { expiresAt: 1_700_000_000_000 },
      { hostKey: "k".repeat(42) },
      { hostKey: `${"k".repeat(42)}=` },
    ]);
  });

  it("a move accepts a ticket of its length, and as much as it may carry", () => {
    const request = {
      uuid,
      userID: uuid,
      session: uuid,
      ticket: hostKey,
      sealed: "s".repeat(limits.maxSealedMoveLength),
    };
    expectRefused(endpoints.offerMove.request, request, [
      { ticket: "t".repeat(42) },
      { sealed: "" },
      { sealed: "s+/=" },
      { sealed: "s".repeat(limits.maxSealedMoveLength + 1) },
      { session: undefined },
    ]);
    expectRefused(endpoints.takeMove.request, { uuid, ticket: hostKey }, [{ ticket: undefined }, { userID: uuid }]);
  });

  it("connect accepts exactly its fields", () => {
    const optional = { password: "p", linkProof: "p".repeat(43), hostKey, takeOver: true };
    expect(v.parse(endpoints.connect.request, { ...connectRequest, ...optional })).to.deep.equal({
      ...connectRequest,
      ...optional,
    });
    expectRefused(endpoints.connect.request, connectRequest, [
      { uuid: "room" },
      { userID: undefined },
      { session: "tab" },
      { constraints: { audio: true } },
      { constraints: { audio: 1, video: 0 } },
      { constraints: { audio: true, video: true, screen: true } },
      { password: "" },
      { hostKey: "short" },
      { linkProof: "short" },
      { hostKey: `${hostKey}k` },
      { takeOver: "yes" },
    ]);
    for (const name of Object.keys(connectRequest)) {
      expect(v.safeParse(endpoints.connect.request, without(connectRequest, name)).success, name).to.equal(false);
    }
  });

  it("connect answers a token and its context", () => {
    expectRefused(endpoints.connect.response, connectResponse, [
      { role: "admin" },
      { iceServers: [{ urls: "stun:s.example" }] },
      { iceServers: null },
      { serverTime: undefined },
    ]);
  });

  it("remove, handOver and burn accept either proof", () => {
    for (const name of ["remove", "handOver", "burn"] as const) {
      const fields: Change = name === "burn" ? { uuid } : { uuid, participantID: uuid };
      for (const proof of [{ hostKey }, { userID: uuid, session: uuid }]) {
        expect(v.parse(endpoints[name].request, { ...fields, ...proof })).to.deep.equal({ ...fields, ...proof });
      }
      expectRefused(endpoints[name].request, fields, [{ hostKey: "short" }, { userID: "me" }, { session: 4 }]);
    }
  });

  it("stored answers known kinds only, and no negative count", () => {
    const item = { kind: "seats", documents: 2, until: expiresAt };
    const answer = { uuid, createdAt: expiresAt, expiresAt, items: [item] };
    expectRefused(endpoints.stored.response, answer, [
      { items: [{ ...item, kind: "cookies" }] },
      { items: [{ ...item, documents: -1 }] },
      { items: [{ ...item, until: "soon" }] },
    ]);
  });

  it("appCheckToken accepts a challenge and a counter", () => {
    const answer = { challenge: "c".repeat(39), counter: 262_144 };
    expect(v.parse(endpoints.appCheckToken.request, { ...answer, counter: 0 })).to.deep.include({ counter: 0 });
    expectRefused(endpoints.appCheckToken.request, answer, [
      { challenge: "c".repeat(40) },
      { challenge: `${"c".repeat(38)}=` },
      { counter: -1 },
      { counter: 0.5 },
      { counter: 2 ** 53 },
      { counter: "7" },
    ]);
  });

  it("create accepts only idempotency keys that cannot be guessed", () => {
    for (const key of [uuid, hostKey]) {
      expect(v.is(IdempotencyKey, key), key).to.equal(true);
    }
    for (const key of ["", "order-1", "k".repeat(129), `${uuid}\n`, `"${uuid}"`]) {
      expect(v.is(IdempotencyKey, key), key).to.equal(false);
    }
  });

  it("room answers a count that is never negative", () => {
    expectRefused(endpoints.room.response, roomResponse, [
      { participants: -1 },
      { participants: 0.5 },
      { isProtected: "no" },
      { hasLinkProof: "no" },
      { capacity: 1 },
    ]);
  });
});
