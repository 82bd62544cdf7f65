// The numbers that firestore.rules repeats, read from the rules themselves. If you change one,
// change the other.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import {
  endpoints,
  InboxDocument,
  limits,
  ParticipantConstraints,
  ParticipantDocument,
  RoomDocument,
  sealedPattern,
} from "../src/index.ts";

const rules = readFileSync(join(import.meta.dirname, "../../firestore.rules"), "utf8");

/** Every number that this pattern captures in the rules, in their order. */
function numbersIn(pattern: RegExp): number[] {
  return [...rules.matchAll(new RegExp(pattern, "g"))].map(([, value]) => Number(value));
}

/** The field names in every list that the rules pass to this call. */
function namesIn(call: RegExp): string[][] {
  return [...rules.matchAll(new RegExp(`${call.source}\\(\\[([^\\]]*)\\]`, "g"))].map(([, list = ""]) =>
    [...list.matchAll(/'(\w+)'/g)].map(([, name = ""]) => name),
  );
}

const minuteMs = 60_000;

describe("limits that the rules repeat", () => {
  it("a sealed name", () => {
    expect(numbersIn(/isSealed\(data\.name, (\d+)\)/)).to.deep.equal([limits.maxSealedNameLength]);
  });

  it("a sealed signal", () => {
    expect(numbersIn(/payload, (\d+)\)/)).to.deep.equal([limits.maxSealedSignalLength]);
  });

  it("the letters of what is sealed", () => {
    const [, pattern] = /text\.matches\('(.*)'\)/.exec(rules) ?? [];
    expect(sealedPattern.source).to.equal(`^${pattern}$`);
  });

  it("a lease, and two minutes more because clocks differ", () => {
    const minutes = numbersIn(/leaseUntil <= request\.time \+ duration\.value\((\d+), 'm'\)/);
    expect(minutes).to.deep.equal([limits.attendedLeaseMs / minuteMs + 2]);
  });

  it("the outage that a shortened lease outlasts", () => {
    const minutes = numbersIn(/leaseUntil >= request\.time \+ duration\.value\((\d+), 'm'\)/);
    expect(minutes).to.deep.equal([limits.outageMs / minuteMs]);
  });

  it("how long a seat keeps its rights after its lease", () => {
    const seconds = numbersIn(/leaseUntil \+ duration\.value\((\d+), 's'\)/);
    expect(seconds).to.deep.equal([limits.leaseToleranceMs / 1_000]);
  });

  it("how long a participant may wait", () => {
    const minutes = numbersIn(/leaseUntil <= data\.joinedAt \+ duration\.value\((\d+), 'm'\)/);
    expect(minutes).to.deep.equal([limits.waitingMs / minuteMs]);
  });

  it("the slots of a sender", () => {
    const [, pattern = ""] = /slot\.matches\(token\(\)\.participant \+ '(.*)'\)/.exec(rules) ?? [];
    const isSlot = (number: number) => new RegExp(`^${pattern}$`).test(`-${number}`);
    const found = Array.from({ length: 1_000 }, (_, number) => number).filter(isSlot);
    expect(found).to.deep.equal(Array.from({ length: limits.slotsPerSender }, (_, number) => number));
  });

  it("how long a room may stand empty, by default", () => {
    const minutes = numbersIn(/resource\.data\.get\('emptyMinutes', (\d+)\)/);
    expect(minutes).to.deep.equal([limits.emptyRoomMs / minuteMs]);
  });

  it("the participants that a room remembers as admitted", () => {
    expect(numbersIn(/ids\.join\(','\)\.size\(\) < (\d+) \* 37/)).to.deep.equal([limits.maxAdmitted]);
  });

  it("twice the lifetime of a signal", () => {
    const minutes = numbersIn(/resource\.data\.expireAt <= request\.time \+ duration\.value\((\d+), 'm'\)/);
    expect(minutes).to.deep.equal([(2 * limits.signalTtlMs) / minuteMs]);
  });
});

describe("fields that the rules name", () => {
  it("are those of the documents", () => {
    const [room = [], byHosts = [], constraints = [], participant = [], missed = [], message = []] =
      namesIn(/\.hasOnly/);
    expect(Object.keys(RoomDocument.entries)).to.include.members([...room, ...byHosts]);
    expect(Object.keys(ParticipantConstraints.entries)).to.have.members(constraints);
    expect(Object.keys(ParticipantDocument.entries)).to.include.members(participant);
    expect(missed).to.deep.equal(["leaseUntil"]);
    expect(Object.keys(InboxDocument.entries)).to.have.members(message);
  });

  it("leave a participant everything but the role and the seat", () => {
    const [, , , own] = namesIn(/\.hasOnly/);
    const kept = Object.keys(ParticipantDocument.entries).filter((field) => !own!.includes(field));
    expect(kept).to.have.members(["session", "joinedAt", "role"]);
  });
});

describe("limits among themselves", () => {
  it("leave time to refresh a lease more than once", () => {
    expect(limits.leaseRefreshMs * 2).to.be.below(limits.leaseMs);
  });

  it("keep a seat through an outage of five minutes that starts just before a refresh", () => {
    expect(limits.outageMs).to.equal(5 * minuteMs);
    expect(limits.leaseMs - limits.leaseRefreshMs).to.be.above(limits.outageMs);
  });

  it("let a body carry the longest password", () => {
    // Six bytes for each character is the longest escape in JSON.
    expect(limits.maxPasswordLength * 6 + 1_000).to.be.below(limits.maxBodyBytes);
  });

  it("have room for a sealed name: 4 bytes for each character and the seal, in base64", () => {
    expect(((limits.maxNameLength * 4 + 64) * 4) / 3).to.be.below(limits.maxSealedNameLength);
  });

  it("apply the default capacity if a request names none", () => {
    expect(limits.defaultCapacity).to.be.within(2, limits.maxCapacity);
    expect(endpoints.create.methods).to.include("GET");
  });
});
