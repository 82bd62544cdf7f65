// A cold visit by an invitation on 4G. It measures until the lobby has done everything possible
// before Connect, and until the connection to the person inside is open. Yardsticks on the same
// network: the start screen, and a bare round trip.
// `npm run invitation --workspace benchmarks -- --rounds 20 --waterfall`
import { parseArgs } from "node:util";
import { buildAll } from "../../../scripts/system/build.ts";
import { findFreePorts } from "../../../scripts/system/ports.ts";
import { root, startSystem } from "../../../scripts/system/start-system.ts";
import { launchBrowser } from "../browser.ts";
import { describeMachine, outOption, writeResults } from "../results.ts";
import { medianRatio, quantile, summarise } from "../statistics.ts";
import type { Milestone } from "./milestones.ts";
import { fast4G, startDelayedNetwork } from "./network.ts";
import { openHost, visitInvitation, visitStart, type Reached } from "./visit.ts";
import type { Step } from "./waterfall.ts";

const goalMs = 2_500;

const { values } = parseArgs({
  options: {
    out: outOption("invitation"),
    rounds: { type: "string", default: "20" },
    /** Prints the requests of the round with the median time until the lobby was ready. */
    waterfall: { type: "boolean", default: false },
    /** The throttling of the developer tools alone, without the delaying proxies. */
  },
});
const rounds = Number(values.rounds);

await buildAll(root);
const machine = describeMachine();
const ports = await findFreePorts();
const network = await startDelayedNetwork(ports);
const system = await startSystem({ ports, pagePorts: network.ports });
const origin = `http://127.0.0.1:${network.ports.hosting}`;
const names = new Map(Object.entries(network.ports).map(([name, port]) => [String(port), name]));
const browser = await launchBrowser();

const visits: { reached: Reached; waterfall: Step[]; startMs: number | null; roundTripMs: number }[] = [];
// The first round warms up the servers and is dropped.
for (let round = 0; round <= rounds; round += 1) {
  const start = await visitStart(browser, origin);
  const host = await openHost(browser, origin);
  try {
    const visit = await visitInvitation(browser, origin, host.path, names);
    if (round > 0) visits.push({ ...visit, ...start });
  } finally {
    await host.context.close();
  }
}
await browser.close();
await system.stop();
await network.close();

const start = visits.map(({ startMs }) => startMs);
const roundTrip = visits.map(({ roundTripMs }) => roundTripMs);
const until = (milestone: Milestone) => visits.map(({ reached }) => reached[milestone] ?? null);
const row = (name: string, samples: (number | null)[]) => ({
  name,
  ...summarise(samples),
  ratioToStart: medianRatio(samples, start),
  roundTrips: medianRatio(samples, roundTrip),
});
const table = [
  row("a bare round trip", roundTrip),
  row("start screen takes a press", start),
  row("invitation: lobby is shown", until("lobby")),
  row("invitation: own picture is shown", until("preview")),
  row("invitation: lobby is ready", until("ready")),
  row("invitation: connected to the person inside", until("peer")),
];
console.table(table);
const readyMs = quantile(
  until("ready").map((atMs) => atMs ?? Infinity),
  0.5,
);
console.log(`The lobby is ready after ${Math.round(readyMs)} ms; the goal is ${goalMs} ms.`);
if (values.waterfall) {
  const median = visits.find(({ reached }) => reached.ready === readyMs);
  console.log(median?.reached);
  console.table(median?.waterfall);
}
writeResults(values.out, {
  unit: "ms since the start of the navigation",
  machine,
  network: fast4G,
  goal: { what: "lobby is ready, median", atMostMs: goalMs, isMet: readyMs <= goalMs },
  notes: [
    "The network is the preset Fast 4G of Chrome's developer tools, set by the DevTools protocol in the visitor's page.",
    "The preset's latency delays neither requests nor what Firestore pushes over an open stream. So hosting, functions, auth and Firestore are each behind a proxy that delays every message by half the latency.",
    "Name look-up and the handshakes of TCP and TLS cost nothing on loopback. The factor of 2.75 in the preset's latency of 165 ms stands for them.",
    "The person inside has a fast network, and the same proxies.",
    "Until 2026-11-30, the packets of WebRTC took a whole latency each way: a connection between two took two round trips more.",
    "ratioToStart and roundTrips are medians of the ratios within each round.",
  ],
  table,
});
process.exit(0);
