// Whatever the order of events and whatever is lost: in the end there is one live connection for
// each pair.
import { expect } from "chai";
import { installMediaStream } from "../fakes/fake-connection.ts";
import { createManualClock } from "../../platform/manual-clock.ts";
import { seedsFor } from "../../platform/seeds.ts";
import { createRandom, createWorld, type Faults, type Member } from "./simulated-world.ts";

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

/** The failure of one seed as text. Empty when all is well. */
async function run(seed: number, size: number, faults: Faults): Promise<string> {
  const random = createRandom(seed);
  const clock = createManualClock();
  const world = createWorld(clock, random, faults);
  const members: Member[] = [];
  async function pass(ms: number, stepMs: number) {
    for (let passed = 0; passed < ms; passed += stepMs) {
      clock.advance(stepMs);
      await settle();
    }
  }
  for (const name of ["ann", "bob", "cat"].slice(0, size)) {
    const member = world.join(name);
    members.push(member);
    if (random() < 0.3) member.enter();
    else clock.after(random() * 2_000, () => member.enter());
    if (random() < 0.6) await pass(random() * 600, 100);
  }
  await pass(2_500, 50);
  if (random() < 0.4) {
    const index = Math.floor(random() * size);
    const back = members[index]!.reload(random() < 0.5 ? "closed" : null);
    members[index] = back;
    clock.after(random() * 1_000, () => back.enter());
  }
  // Long enough for several attempts, in case the first ones are lost.
  const isMet = () =>
    members.every(
      ({ mesh }) =>
        mesh.participants.length === size - 1 && mesh.participants.every(({ status }) => status === "connected"),
    );
  await pass(1_500, 50);
  for (let second = 0; second < 90 && !isMet(); second++) await pass(1_000, 100);
  // What is reached has to last.
  await pass(3_000, 250);
  const live = [...world.connections.values()].filter(({ connectionState }) => connectionState !== "closed");
  const isRight = isMet() && live.length === size * (size - 1);
  const seen = members.map(({ participantID, mesh }) => `${participantID}: ${mesh.participants.map((p) => p.status)}`);
  for (const { mesh } of members) mesh.close("left");
  return isRight ? "" : `seed ${seed}: ${live.length} live; ${seen.join("; ")}`;
}

async function tryMany(seeds: number, size: number, faults: Faults): Promise<string[]> {
  const failures: string[] = [];
  for (let seed = 1; seed <= seeds; seed++) {
    const failure = await run(seed, size, faults);
    if (failure !== "") failures.push(failure);
  }
  return failures;
}

describe("the mesh, simulated", function () {
  const seeds = seedsFor({ usual: 40, long: 3_000 });
  this.timeout(60_000 + seeds * 200);
  let uninstall: () => void;

  before(() => (uninstall = installMediaStream()));
  after(() => uninstall());

  for (const [title, faults] of [
    ["over a fast network", { maxDelayMs: 20, lossRatio: 0, isReordering: false }],
    ["over a slow network", { maxDelayMs: 1_500, lossRatio: 0, isReordering: false }],
    ["when signals overtake one another", { maxDelayMs: 400, lossRatio: 0, isReordering: true }],
    [
      "when half of the signals are lost for a while, and others overtake",
      { maxDelayMs: 300, lossRatio: 0.5, isReordering: true },
    ],
  ] as const) {
    it(`connects two, once, ${title}`, async () => {
      expect(await tryMany(seeds, 2, faults)).to.deep.equal([]);
    });
    it(`connects three, each with each, once, ${title}`, async () => {
      expect(await tryMany(Math.ceil(seeds / 2), 3, faults)).to.deep.equal([]);
    });
  }
});
