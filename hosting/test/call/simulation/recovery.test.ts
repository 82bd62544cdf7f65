// Simulated network cuts. Whatever was cut and for however long, everybody is connected to
// everybody within 3 s of the network's return, and little is written to the server meanwhile.
import { expect } from "chai";
import { installMediaStream } from "../fakes/fake-connection.ts";
import { createManualClock } from "../../platform/manual-clock.ts";
import { seedsFor } from "../../platform/seeds.ts";
import type { Cut } from "./simulated-network.ts";
import { createRandom, createWorld, type Member } from "./simulated-world.ts";

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
const recoveredWithinMs = 3_000;
const minuteMs = 60_000;

interface Recovery {
  readonly seed: number;
  /** After the return. Null when it took far too long. */
  readonly recoveredMs: number | null;
  /** By one pair, during the cut. */
  readonly writesPerMinute: number;
  /** During a long cut: nobody shows the participants that are cut off as connected. */
  readonly isGoneMeanwhile: boolean;
}

async function recover(seed: number, cut: Cut, leastMs: number): Promise<Recovery> {
  const random = createRandom(seed * 7_919 + leastMs);
  // Whatever the intervals are, the network may return between any two attempts.
  const cutMs = leastMs * (1 + random() * 0.4);
  const clock = createManualClock();
  const world = createWorld(clock, random, { maxDelayMs: 20 + random() * 200, lossRatio: 0, isReordering: false });
  const size = random() < 0.5 ? 2 : 3;
  async function pass(ms: number, stepMs: number) {
    for (let passed = 0; passed < ms; passed += stepMs) {
      clock.advance(Math.min(stepMs, ms - passed));
      await settle();
    }
  }
  const members: Member[] = [];
  for (const name of ["ann", "bob", "cat"].slice(0, size)) {
    const member = world.join(name);
    members.push(member);
    member.enter();
    await pass(500 + random() * 500, 50);
  }
  // Checked in both directions: the tiles alone may not know yet that the connection is lost.
  const isWhole = () =>
    members.every(
      ({ mesh }) =>
        mesh.participants.length === size - 1 && mesh.participants.every(({ status }) => status === "connected"),
    ) && [...world.connections.values()].filter((end) => end.channel.isUp()).length === size * (size - 1);
  await pass(4_000, 50);
  if (!isWhole()) throw new Error(`seed ${seed}: not connected to begin with`);
  await pass(random() * 5_000, 100);

  const areAllCut = random() < 0.3;
  const lost = areAllCut ? members : [members[Math.floor(random() * size)]!];
  for (const { participantID } of lost) world.network.cut(participantID, cut);
  const { length: writtenBefore } = world.writes;
  await pass(cutMs - 100, 100);
  const isGoneMeanwhile = lost.every(({ mesh }) => mesh.participants.every(({ status }) => status !== "connected"));
  await pass(100, 100);
  const pairs = areAllCut ? (size * (size - 1)) / 2 : size - 1;
  const writesPerMinute = ((world.writes.length - writtenBefore) / pairs) * (minuteMs / cutMs);

  const returnedAt = clock.now();
  const isNoticed = random() < 0.5;
  for (const member of lost) {
    world.network.restore(member.participantID);
    if (isNoticed) member.noticeNetwork();
  }
  while (!isWhole() && clock.now() - returnedAt < 60_000) await pass(50, 50);
  const recoveredMs = isWhole() ? clock.now() - returnedAt : null;
  // What is reached has to last.
  await pass(8_000, 250);
  const lasts = isWhole();
  for (const { mesh } of members) mesh.close("left");
  return { seed, recoveredMs: lasts ? recoveredMs : null, writesPerMinute, isGoneMeanwhile };
}

describe("recovery from a cut, simulated", function () {
  this.timeout(60_000 + seedsFor({ usual: 10, long: 100 }) * 2_000);
  let uninstall: () => void;

  before(() => (uninstall = installMediaStream()));
  after(() => uninstall());

  for (const [title, cutMs, usual, long] of [
    ["5 s", 5_000, 10, 100],
    ["8 s", 8_000, 8, 60],
    ["15 s", 15_000, 8, 60],
    ["30 s", 30_000, 8, 60],
    ["5 min", 5 * minuteMs, 3, 20],
  ] as const) {
    const seeds = seedsFor({ usual, long });
    for (const cut of ["udp", "everything"] as const) {
      it(`is over within 3 s after ${title} without ${cut === "udp" ? "packets" : "anything"}`, async () => {
        const recoveries: Recovery[] = [];
        for (let seed = 1; seed <= seeds; seed++) recoveries.push(await recover(seed, cut, cutMs));
        if (process.env["SIMULATION_FIGURES"] !== undefined) describeFigures(title, cut, recoveries);
        const late = recoveries.filter(({ recoveredMs }) => recoveredMs === null || recoveredMs > recoveredWithinMs);
        expect(late).to.deep.equal([]);
        if (cutMs < 30_000) return;
        expect(recoveries.filter(({ isGoneMeanwhile }) => !isGoneMeanwhile)).to.deep.equal([]);
        // The offers and answers of a pair. The receiver deletes each, which doubles the number.
        expect(Math.max(...recoveries.map(({ writesPerMinute }) => writesPerMinute))).to.be.at.most(16);
      });
    }
  }
});

function describeFigures(title: string, cut: Cut, recoveries: Recovery[]) {
  const middle = (values: number[]) => values.sort((one, other) => one - other)[Math.floor(values.length / 2)];
  const back = recoveries.map(({ recoveredMs }) => recoveredMs ?? Infinity);
  const writes = recoveries.map(({ writesPerMinute }) => writesPerMinute);
  process.stdout.write(
    `${title} of ${cut}: back in ${Math.round(middle(back)!)} ms, at most ${Math.round(Math.max(...back))}; ` +
      `signals a minute and pair: ${middle(writes)!.toFixed(1)}, at most ${Math.max(...writes).toFixed(1)}\n`,
  );
}
