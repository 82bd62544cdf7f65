// From the click to the first picture: meetogram beside a bare peer connection and PeerJS, round robin in one run. The ratios to
// the floor are what counts; the absolute numbers belong to the machine. `npm run join --workspace benchmarks -- --rounds 20 --beside meetogram,peerjs`
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { buildAll } from "../../../scripts/system/build.ts";
import { root } from "../../../scripts/system/start-system.ts";
import { launchBrowser } from "../browser.ts";
import { quantile, summarise } from "../statistics.ts";
import { createBare } from "./bare.ts";
import type { Candidate } from "./candidate.ts";
import { createMeetogram } from "./meetogram.ts";
import { createPeerJs } from "./peerjs.ts";

/** One-way delay of a signalling message, the same for every candidate that signals. */
const signallingDelayMs = 40;

/** The floor comes first: every ratio is to it, round by round. */
const makers = {
  floor: () => createBare(true, 0),
  cold: () => createBare(false, signallingDelayMs),
  meetogram: () => createMeetogram(signallingDelayMs),
  "meetogram-far": () => createMeetogram(150),
  peerjs: () => createPeerJs(signallingDelayMs),
} as const satisfies Record<string, () => Promise<Candidate>>;

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "20" },
    /** Which to measure beside the floor, separated by commas. */
    beside: { type: "string", default: Object.keys(makers).slice(1).join(",") },
  },
});
const rounds = Number(values.rounds);
const beside = values.beside.split(",");

await buildAll(root);
const browser = await launchBrowser();
const candidates: Candidate[] = [];
for (const [key, make] of Object.entries(makers)) {
  if (key === "floor" || beside.includes(key)) candidates.push(await make());
}
const samples = candidates.map((): (number | null)[] => []);

// The first round warms caches and is dropped.
for (let round = 0; round <= rounds; round += 1) {
  for (const [index, candidate] of candidates.entries()) {
    const elapsedMs = await candidate.measure(browser);
    if (round > 0) samples[index]!.push(elapsedMs);
  }
}
await browser.close();
for (const candidate of candidates) await candidate.close();

const floor = samples[0]!;
const table = candidates.map(({ name }, index) => {
  const own = samples[index]!;
  const ratios = own.flatMap((sample, round) => {
    const yardstick = floor[round];
    return sample === null || yardstick === null || yardstick === undefined ? [] : [sample / yardstick];
  });
  return { name, ...summarise(own), ratioToFloor: Number(quantile(ratios, 0.5).toFixed(2)) };
});
console.table(table);
const results = {
  measuredAt: new Date().toISOString(),
  unit: "ms from click to first frame",
  signallingDelayMs,
  table,
};
writeFileSync(
  fileURLToPath(new URL("../../results/join.json", import.meta.url)),
  `${JSON.stringify(results, null, 2)}\n`,
);
process.exit(0);
