// From the click to the first video frame: meetogram beside a bare peer connection and PeerJS,
// round robin in one run. The ratios of each round count. The absolute numbers depend on the
// machine.
// `npm run join --workspace benchmarks -- --rounds 20 --beside meetogram,peerjs`
import { parseArgs } from "node:util";
import { launchBrowser } from "../browser.ts";
import { loadBuild, thisBuild } from "../builds.ts";
import { parseSize } from "../../../scripts/system/browsers/limit-capture.ts";
import { describeMachine, outOption, writeResults } from "../results.ts";
import { medianRatio, summarise } from "../statistics.ts";
import { createBare } from "./bare.ts";
import type { Contender } from "./contender.ts";
import { createMeetogram } from "./meetogram.ts";
import { createPeerJs } from "./peerjs.ts";

/** The one-way delay of a signalling message, the same for every contender that signals. */
const signallingDelayMs = 40;
/** A Firestore on another continent. What is ready before the click does not wait for it. */
const farDelayMs = 150;

const { values } = parseArgs({
  options: {
    out: outOption("join"),
    rounds: { type: "string", default: "20" },
    /** The video size of every camera: 1280x720 or 640x360. */
    size: { type: "string", default: "1280x720" },
    /** The contenders to measure beside the floor, separated by commas. All by default. */
    beside: { type: "string" },
    /** The folder of another checkout, to measure its build beside this one. */
    before: { type: "string" },
  },
});
const rounds = Number(values.rounds);
const size = parseSize(values.size);
const beside = values.beside?.split(",");
const buildBefore = values.before === undefined ? null : await loadBuild(values.before);

/** The floor comes first, and is always measured. */
const makers = {
  floor: () => createBare(true, 0, size),
  cold: () => createBare(false, signallingDelayMs, size),
  meetogram: () => createMeetogram(thisBuild, signallingDelayMs, size),
  before: () => createMeetogram(buildBefore ?? thisBuild, signallingDelayMs, size),
  "meetogram-far": () => createMeetogram(thisBuild, farDelayMs, size),
  peerjs: () => createPeerJs(signallingDelayMs, size),
} as const satisfies Record<string, () => Promise<Contender>>;
type Key = keyof typeof makers;

await thisBuild.build();
await buildBefore?.build();
const machine = describeMachine();
const browser = await launchBrowser();
const contenders: { key: Key; contender: Contender; samples: (number | null)[] }[] = [];
for (const key of Object.keys(makers) as Key[]) {
  if (key === "before" ? buildBefore !== null : key === "floor" || (beside?.includes(key) ?? true)) {
    contenders.push({ key, contender: await makers[key](), samples: [] });
  }
}

// The first round warms up caches and is dropped.
for (let round = 0; round <= rounds; round += 1) {
  for (const { contender, samples } of contenders) {
    const elapsedMs = await contender.measure(browser);
    if (round > 0) samples.push(elapsedMs);
  }
}
await browser.close();
for (const { contender } of contenders) await contender.close();

const samplesOf = (wanted: Key) => contenders.find(({ key }) => key === wanted)?.samples ?? [];
const table = contenders.map(({ key, contender, samples }) => ({
  name: contender.name,
  ...summarise(samples),
  ratioToFloor: medianRatio(samples, samplesOf("floor")),
  ratioToPeerJs: medianRatio(samples, samplesOf("peerjs")),
  ...(buildBefore !== null && { ratioToBefore: medianRatio(samples, samplesOf("before")) }),
  ...(key === "meetogram-far" && { ratioToNear: medianRatio(samples, samplesOf("meetogram")) }),
}));
console.table(table);
writeResults(values.out, {
  unit: "ms from click to first frame",
  machine,
  signallingDelayMs,
  camera: values.size,
  notes: [
    `The floor is a bare peer connection that is connected before the click and sends ${values.size} from its first frame on.`,
    "meetogram starts a connection with small frames and grows them within 1.2 s, so its first one can come before the floor's: " +
      "a ratioToFloor below 1 is possible and means a smaller first frame, not a faster connection.",
    "Ratios are medians of the ratios within each round. ratioToNear compares with a Firestore " +
      `${signallingDelayMs} ms away: 1 means that ${farDelayMs} ms each way do not delay the first frame.`,
    "Camera size: the bare and the PeerJS page request it. meetogram requests 1280x720, and a script in its page gives " +
      "no more than this size (Chromium's fake camera has no switch for its size).",
  ],
  table,
});
process.exit(0);
