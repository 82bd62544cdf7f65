// Seats in any order of events, for people who do not obey: the rules, and the count of `connect`,
// agree on who has one. Time is the test's own.
import { limits, type TokenClaims } from "@meetogram/contract";
import { expect } from "chai";
import { countTaken } from "../../src/firebase/seats.ts";
import { isLongRun } from "../stage/long.ts";
import { openStage, restOfLeaseMs, type Holder, type Stage, type StagedRoom } from "../stage/seat-holders.ts";

const seeds = isLongRun ? 60 : 3;
const steps = 40;
const capacity = 2;

function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe("seats", () => {
  let stage: Stage;

  before(async () => (stage = await openStage()));
  after(() => stage.close());

  const inFuture = (ms: number) => new Date(stage.now() + ms);
  const taken = (uuid: string) => countTaken(stage.firestore, uuid, stage.now());

  /** Whoever can still do something, by all tokens that anybody ever got. */
  async function listSeated(room: StagedRoom, holders: readonly Holder[]): Promise<readonly Holder[]> {
    const rights = await Promise.all(
      holders.map(async ({ tokens }) => {
        const distinct = [...new Map(tokens.map((token) => [token.seat, token])).values()];
        return (await Promise.all(distinct.map(room.hasRights))).filter(Boolean).length;
      }),
    );
    expect(Math.max(...rights), "tokens with rights of one person").to.be.at.most(1);
    return holders.filter((_, index) => rights[index] === 1);
  }

  function actsOf(room: StagedRoom, holders: readonly Holder[], random: () => number) {
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
    const by = (act: (token: TokenClaims) => Promise<unknown>) => async () => {
      const tokens = pick(holders).tokens;
      if (tokens.length > 0) await act(random() < 0.8 ? tokens.at(-1)! : pick(tokens));
    };
    const renew = (ms: number) =>
      by((token) => room.write(token, { isActive: random() < 0.7, leaseUntil: inFuture(ms) }));
    return [
      async () => {
        const holder = pick(holders);
        const outcome = await room.connect(holder);
        if (holder.role === "host") expect(outcome).to.equal("seated");
        else expect(outcome).to.be.oneOf(["seated", "room-full"]);
      },
      async () => {
        const holder = pick(holders);
        const lost = holder.tokens.at(-1);
        if (lost !== undefined) await room.connect(holder, lost.seat);
      },
      renew(limits.leaseMs),
      renew(limits.attendedLeaseMs),
      renew(limits.attendedLeaseMs + 2 * 60_000),
      by((token) => room.write(token, { leaseUntil: inFuture(limits.outageMs) }, pick(holders).participantID)),
      renew(1_000),
      renew(-1_000),
      renew(-restOfLeaseMs),
      by((token) => room.write(token, { isActive: true })),
      by((token) => room.remove(token, token.participant)),
      by((token) => room.remove(token, pick(holders).participantID)),
      async () => {
        const tolerance = limits.leaseToleranceMs;
        stage.pass(pick([1, 1_000, tolerance - 1, tolerance + 1, 2 * tolerance, 180_000, limits.leaseMs]));
      },
    ];
  }

  for (let seed = 1; seed <= seeds; seed += 1) {
    it(`never have more guests with rights than there are, and none that counts as free: seed ${seed}`, async () => {
      const random = createRandom(seed);
      const room = await stage.createRoom(capacity);
      const holders = [...Array.from({ length: 5 }, () => room.createHolder("guest")), room.createHolder("host")];
      const acts = actsOf(room, holders, random);
      for (let step = 0; step < steps; step += 1) {
        const atOnce = Array.from({ length: 1 + Math.floor(random() * 3) }, () =>
          acts[Math.floor(random() * acts.length)]!(),
        );
        await Promise.all(atOnce);
        const seated = await listSeated(room, holders);
        const guests = seated.filter(({ role }) => role === "guest");
        expect(guests.length, `guests with rights after step ${step}`).to.be.at.most(capacity);
        expect(await taken(room.uuid), `seats that count after step ${step}`).to.be.at.least(seated.length);
      }
      stage.pass(restOfLeaseMs + limits.leaseToleranceMs);
      expect(await listSeated(room, holders)).to.deep.equal([]);
      const newcomers = Array.from({ length: capacity + 1 }, () => room.createHolder("guest"));
      const outcomes = [];
      for (const newcomer of newcomers) outcomes.push(await room.connect(newcomer));
      expect(outcomes).to.deep.equal([...Array<string>(capacity).fill("seated"), "room-full"]);
    });
  }

  it("of people who never enter end after ten minutes, however often they renew them", async () => {
    const room = await stage.createRoom(capacity);
    const stranger = room.createHolder("guest");
    await room.connect(stranger);
    const [token] = stranger.tokens;
    for (let second = 0; second <= limits.waitingMs / 1_000; second += 30) {
      expect(await room.hasRights(token!), `after ${second} s`).to.equal(true);
      const rest = token!.seat + limits.waitingMs - stage.now();
      for (const ms of [limits.leaseMs, rest]) {
        await room.write(token!, { leaseUntil: inFuture(Math.min(ms, limits.leaseMs)) });
      }
      stage.pass(30_000);
    }
    expect(await room.hasRights(token!)).to.equal(false);
    stage.pass(limits.leaseToleranceMs);
    expect(await taken(room.uuid)).to.equal(0);
  });

  it("of people who backdate and revive their leases stay as many as there are", async () => {
    const room = await stage.createRoom(capacity);
    const script = Array.from({ length: 10 }, () => room.createHolder("guest"));
    for (const holder of script) {
      await room.connect(holder);
      const token = holder.tokens.at(-1);
      if (token === undefined) continue;
      await room.write(token, { leaseUntil: new Date(0) });
      await room.write(token, { leaseUntil: inFuture(-1) });
    }
    for (const { tokens } of script) {
      for (const token of tokens) await room.write(token, { leaseUntil: inFuture(limits.leaseMs) });
    }
    expect(await listSeated(room, script)).to.have.length(capacity);
  });
});
