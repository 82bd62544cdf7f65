import { randomBytes } from "node:crypto";
import { limits } from "@meetogram/contract";
import { expect } from "chai";
import { checkAnswer, countZeroBits, createChallenge, type Signer } from "../../src/app-check/challenge.ts";
import { createSpent } from "../../src/app-check/spent.ts";
import { toCaller } from "../../src/caller.ts";
import { solve } from "../stage/app-check.ts";

const bits = 6;
const nowMs = 1_900_000_000_000;
const signer: Signer = { key: randomBytes(32), caller: toCaller("2001:db8:1:2::3"), nowMs };

function codeOf(answer: Parameters<typeof checkAnswer>[0], changes: Partial<Signer> = {}): string {
  try {
    checkAnswer(answer, { ...signer, ...changes });
    return "accepted";
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}

describe("a challenge", () => {
  const challenge = createChallenge(bits, signer);
  const answer = { challenge, counter: solve(challenge, bits) };

  it("accepts its work from the same network until its time is over", () => {
    expect(codeOf(answer)).to.equal("accepted");
    expect(codeOf(answer, { caller: toCaller("2001:db8:1:2:ffff::1") })).to.equal("accepted");
    expect(codeOf(answer, { nowMs: nowMs + limits.challengeTtlMs - 1_000 })).to.equal("accepted");
    expect(codeOf(answer, { nowMs: nowMs + limits.challengeTtlMs })).to.equal("challenge-expired");
  });

  it("refuses every counter that is not enough work", () => {
    expect(codeOf({ challenge, counter: solve(challenge, bits, true) })).to.equal("insufficient-work");
  });

  for (const [who, caller] of [
    ["another IPv6 network", toCaller("2001:db8:1:3::3")],
    ["an IPv4 network", toCaller("192.0.2.1")],
    ["nowhere", []],
  ] as const) {
    it(`refuses an answer from ${who}`, () => {
      expect(codeOf(answer, { caller })).to.equal("wrong-challenge");
    });
  }

  it("refuses one that another server signed", () => {
    expect(codeOf(answer, { key: randomBytes(32) })).to.equal("wrong-challenge");
  });

  it("refuses one in which any byte was changed: the difficulty, the time, the rest", () => {
    const bytes = Buffer.from(challenge, "base64url");
    for (const index of bytes.keys()) {
      const changed = Buffer.from(bytes);
      changed[index]! ^= 1;
      expect(codeOf({ challenge: changed.toString("base64url"), counter: 0 }), `byte ${index}`).to.equal(
        "wrong-challenge",
      );
    }
  });

  it("refuses another spelling of the same bytes, which would give a second token", () => {
    const last = challenge.at(-1)!;
    const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const other = letters[letters.indexOf(last) ^ 1]!;
    const spelling = challenge.slice(0, -1) + other;
    expect(Buffer.from(spelling, "base64url").equals(Buffer.from(challenge, "base64url"))).to.equal(true);
    expect(codeOf({ challenge: spelling, counter: solve(spelling, bits) })).to.equal("wrong-challenge");
  });

  it("leaves room for any counter in one block of SHA-256", () => {
    expect(`${challenge}.${10 ** 15 - 1}`.length).to.be.at.most(55);
  });

  it("differs each time", () => {
    expect(new Set(Array.from({ length: 100 }, () => createChallenge(bits, signer))).size).to.equal(100);
  });
});

describe("zero bits", () => {
  it("are counted from the first byte's highest bit", () => {
    const cases = [
      [[0x80, 0], 0],
      [[0x7f, 0xff], 1],
      [[0x01, 0xff], 7],
      [[0x00, 0xff], 8],
      [[0x00, 0x10], 11],
      [[0x00, 0x00], 16],
    ] as const;
    for (const [bytes, expected] of cases) expect(countZeroBits(Uint8Array.from(bytes))).to.equal(expected);
  });
});

describe("a spent challenge", () => {
  it("is known until its time is over", () => {
    const spent = createSpent();
    expect(spent.spend("a", 10, 0)).to.equal(true);
    expect(spent.spend("a", 10, 5)).to.equal(false);
    expect(spent.spend("b", 20, 9)).to.equal(true);
    expect(spent.spend("a", 10, 9)).to.equal(false);
  });

  it("does not fill the memory: the oldest is forgotten", () => {
    const spent = createSpent();
    for (let index = 0; index < 20_002; index += 1) spent.spend(`${index}`, 10, 0);
    expect(spent.spend("20001", 10, 0)).to.equal(false);
    expect(spent.spend("0", 10, 0)).to.equal(true);
  });
});
