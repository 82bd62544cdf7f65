// What a room costs by the number of people: all in one browser on this machine, with the whole
// system real, beside the same number of pages on bare peer connections.
// `npm run people --workspace benchmarks -- --people 2,4,6,8 --rounds 3`
import { parseArgs } from "node:util";
import type { Browser, Page } from "playwright-core";
import { fakeDevices, launchChromium } from "../../../scripts/system/browsers/launch-chromium.ts";
import { loadBuild, thisBuild } from "../builds.ts";
import { readStopwatch } from "../join/stopwatch.ts";
import { parseSize } from "../../../scripts/system/browsers/limit-capture.ts";
import { describeMachine, outOption, writeResults } from "../results.ts";
import { medianRatio, quantile } from "../statistics.ts";
import { createBareGathering } from "./bare.ts";
import type { Gathering } from "./gathering.ts";
import { doAllSeeAll, readLinks } from "./links.ts";
import { createMeetogramGathering } from "./meetogram.ts";
import { findRootProcess, startCounting } from "./processor.ts";

/** For the last one to enter. Each one before gets a part of it. */
const seeWithinMs = 90_000;
const earlierSeeWithinMs = 20_000;
/** On an overloaded machine each step is slow: after this time the whole gathering has failed. */
const gatherWithinMs = 180_000;
/**
 * A pause before counting: frames grow for 1.2 s, and connection statistics are read every few
 * seconds.
 */
const settleMs = 5_000;
const countMs = 10_000;

const { values } = parseArgs({
  options: {
    out: outOption("people"),
    people: { type: "string", default: "2,4,6,8" },
    /**
     * Small, so that eight people fit on two cores: an overloaded processor makes figures
     * meaningless.
     */
    camera: { type: "string", default: "160x90@10" },
    speaking: { type: "string", default: "2" },
    rounds: { type: "string", default: "3" },
    /** Also with the chat open, a message of everybody, and every hand raised. */
    chat: { type: "boolean", default: false },
    /** The folder of another checkout, to measure its build beside this one. */
    before: { type: "string" },
  },
});
const [size = "", rate = ""] = values.camera.split("@");
const capture = { ...parseSize(size), framesPerSecond: Number(rate), speaking: Number(values.speaking) };
const sizes = values.people.split(",").map(Number);
const rounds = Number(values.rounds);

interface Cost {
  /** In cores: 1 is one fully used core. */
  readonly processorSecondsPerSecond: number;
  readonly lastSetUpMs: number | null;
  readonly framesPerSecond: number;
  readonly receivedHeightPx: number;
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

async function waitUntilAllSeeAll(pages: readonly Page[]): Promise<boolean> {
  const deadline = Date.now() + seeWithinMs;
  while (!(await doAllSeeAll(pages))) {
    if (Date.now() > deadline) return false;
    await delay(250);
  }
  return true;
}

async function count(browser: Browser, pages: readonly Page[]): Promise<Omit<Cost, "lastSetUpMs">> {
  await delay(settleMs);
  const read = () => Promise.all(pages.map(async (page) => ({ atMs: Date.now(), links: await readLinks(page) })));
  const rootProcess = await findRootProcess(browser);
  const before = await read();
  const stop = startCounting(rootProcess);
  await delay(countMs);
  const processorSecondsPerSecond = stop();
  const after = await read();
  const rates = after.flatMap(({ atMs, links }, person) =>
    links.map(({ framesDecoded }, link) => {
      const { atMs: startedAtMs = atMs, links: earlier = [] } = before[person] ?? {};
      return ((framesDecoded - (earlier[link]?.framesDecoded ?? 0)) * 1_000) / (atMs - startedAtMs);
    }),
  );
  const heights = after.flatMap(({ links }) => links.map(({ heightPx }) => heightPx ?? 0));
  return {
    processorSecondsPerSecond,
    framesPerSecond: quantile(rates, 0.5),
    receivedHeightPx: quantile(heights, 0.5),
  };
}

/** Null when anybody does not see everybody. */
async function bringTogether(gathering: Gathering, browser: Browser, people: number): Promise<Cost | null> {
  const pages: Page[] = [];
  for (let person = 0; person < people; person += 1) {
    const page = await gathering.open(browser, pages);
    await gathering.enter(page);
    pages.push(page);
    // The next person enters when this one sees everybody, or after the time limit. The end result
    // decides.
    if (person > 0 && person < people - 1) await readStopwatch(page, person, earlierSeeWithinMs);
  }
  const lastSetUpMs = await readStopwatch(pages.at(-1)!, people - 1, seeWithinMs);
  if (!(await waitUntilAllSeeAll(pages))) return null;
  return { lastSetUpMs, ...(await count(browser, pages)) };
}

/** In a browser of its own. Null when it failed. */
async function gather(gathering: Gathering, people: number): Promise<Cost | null> {
  const browser = await launchChromium(fakeDevices(capture.framesPerSecond));
  const gathered = bringTogether(gathering, browser, people).catch((error: unknown) => {
    console.error(`${gathering.name}, ${people} people: ${String(error).split("\n", 1)[0]}`);
    return null;
  });
  try {
    return await Promise.race([gathered, delay(gatherWithinMs).then(() => null)]);
  } finally {
    await browser.close();
  }
}

const buildBefore = values.before === undefined ? null : await loadBuild(values.before);
await thisBuild.build();
await buildBefore?.build();
const machine = describeMachine();
const bareGathering = await createBareGathering(capture);
const gatherings = [await createMeetogramGathering(thisBuild, capture), bareGathering];
if (values.chat) gatherings.push(await createMeetogramGathering(thisBuild, capture, { isTakingPart: true }));
if (buildBefore !== null) gatherings.push(await createMeetogramGathering(buildBefore, capture));
const rows = sizes.flatMap((people) =>
  gatherings.map((gathering) => ({ people, gathering, costs: [] as (Cost | null)[] })),
);
for (let round = 0; round < rounds; round += 1) {
  for (const { people, gathering, costs } of rows) {
    const cost = await gather(gathering, people);
    costs.push(cost);
    console.log(`${gathering.name}, ${people} people:`, cost ?? "failed");
  }
}
for (const gathering of gatherings) await gathering.close();

const coresOf = (costs: readonly (Cost | null)[]) => costs.map((cost) => cost?.processorSecondsPerSecond ?? null);
const table = rows.map(({ people, gathering, costs }) => {
  const bare = rows.find((row) => row.people === people && row.gathering === bareGathering)?.costs ?? [];
  const good = costs.filter((cost) => cost !== null);
  const median = (pick: (cost: Cost) => number | null, digits: number) => {
    const value = quantile(
      good.map((cost) => pick(cost) ?? Infinity),
      0.5,
    );
    return Number.isFinite(value) ? Number(value.toFixed(digits)) : null;
  };
  const coresTotal = median(({ processorSecondsPerSecond }) => processorSecondsPerSecond, 2);
  return {
    name: gathering.name,
    people,
    n: good.length,
    failures: costs.length - good.length,
    coresTotal,
    /** Hardly any processor time was left, so the figures describe a queue. */
    isSaturated: coresTotal !== null && coresTotal > machine.cores * 0.9,
    ratioToBare: medianRatio(coresOf(costs), coresOf(bare)),
    coresPerPerson: median(({ processorSecondsPerSecond }) => processorSecondsPerSecond / people, 3),
    lastSetUpMs: median(({ lastSetUpMs }) => lastSetUpMs, 0),
    framesPerSecond: median(({ framesPerSecond }) => framesPerSecond, 1),
    receivedHeightPx: median(({ receivedHeightPx }) => receivedHeightPx, 0),
  };
});
console.table(table);
writeResults(values.out, {
  unit: "processor seconds of all processes of the browser per second, ms from the last one's click to video of everybody",
  machine,
  camera: values.camera,
  speaking: capture.speaking,
  notes: [
    "All people share one browser and this machine, so a person alone on a device needs at most coresPerPerson, and far less for rendering.",
    `Counted over ${countMs / 1_000} s, ${settleMs / 1_000} s after everybody sees everybody. It is a failure if somebody does not see everybody within ${seeWithinMs / 1_000} s, or if the gathering takes more than ${gatherWithinMs / 1_000} s.`,
    "The bare mesh sends everybody the full video of the camera, and starts each connection at the click. meetogram sends less the more people there are, and connects before the click.",
    "speaking: the number of microphones that are on. For the others meetogram sends nothing, and the bare mesh sends silence.",
    "isSaturated: hardly any processor time was left, so the figures of that row describe a queue.",
    "framesPerSecond and receivedHeightPx are medians over all links of a room. Every figure is the median of the rounds.",
  ],
  table,
});
process.exit(0);
