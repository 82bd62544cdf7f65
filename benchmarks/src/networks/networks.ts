// A call on bad networks: meetogram beside bare peer connections, one network after another.
// `npm run networks --workspace benchmarks -- --only poor,far --before ../other`
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { fakeDevices, launchChromium } from "../../../scripts/system/browsers/launch-chromium.ts";
import { loadBuild, thisBuild } from "../builds.ts";
import { describeMachine, outOption, writeResults } from "../results.ts";
import { createBare } from "./bare.ts";
import { describe, rows, type Row } from "./conditions.ts";
import { measure, type Measured } from "./measure.ts";
import { createMeetogram } from "./meetogram.ts";
import type { Meeting } from "./meeting.ts";
import { blockUdp, startRelay } from "./relay.ts";
import { writeSpeech } from "./speech.ts";
import { tableOf } from "./table.ts";

const { values } = parseArgs({
  options: {
    out: outOption("networks"),
    /** Names of rows, separated by commas. All by default. */
    only: { type: "string" },
    /** The folder of another checkout, to measure its build beside this one. */
    before: { type: "string" },
  },
});
const wanted = values.only?.split(",");
const measuredRows = rows.filter(({ name }) => wanted?.includes(name) ?? true);
const buildBefore = values.before === undefined ? null : await loadBuild(values.before);

await thisBuild.build();
await buildBefore?.build();
const machine = describeMachine();
const folder = mkdtempSync(join(tmpdir(), "networks-"));
/** Candidates with addresses instead of names of mDNS: the line has to replace them. */
const showAddresses = "--disable-features=WebRtcHideLocalIpsWithMdns";
const voice = join(folder, "voice.wav");
writeSpeech(voice);
const devices = [fakeDevices(30), showAddresses, `--use-file-for-fake-audio-capture=${voice}`];

async function startMeetings(roundTripMs: number | null): Promise<{ meetings: Meeting[]; close(): Promise<void> }> {
  const relay = roundTripMs === null ? null : await startRelay(roundTripMs);
  const meetings = [await createBare(relay), await createMeetogram(thisBuild, relay)];
  if (buildBefore !== null) meetings.push(await createMeetogram(buildBefore, relay));
  return {
    meetings,
    async close() {
      for (const meeting of meetings) await meeting.close();
      await relay?.close();
    },
  };
}

/** Null when the meeting did not come about at all. */
async function tryMeasure(row: Row, meeting: Meeting): Promise<Measured | null> {
  // A browser for each meeting: an earlier one leaves work behind.
  const browser = await launchChromium(...devices);
  const lastBrowser = row.isUdpBlocked === true ? await launchChromium(...devices, blockUdp) : browser;
  try {
    return await measure(row, meeting, browser, lastBrowser);
  } catch (error) {
    console.error(`${meeting.name}, ${row.name}: ${String(error).split("\n", 1)[0]}`);
    return null;
  } finally {
    await browser.close();
    if (lastBrowser !== browser) await lastBrowser.close();
  }
}

const results: { row: Row; name: string; measured: Measured | null }[] = [];
/** After each meeting, so that a run that is ended early has measured something. */
function write(): void {
  writeResults(values.out, {
    unit: "ms, % of the played sound, frames/s, kbit/s",
    machine,
    notes: [
      "The last person to enter is on the network of the row, in both directions. down: what it receives; up: what the first person receives of it.",
      "frameMs and soundMs: from the click, made as soon as it is possible, to the first frame and to audible sound of everybody. Null: not within 40 s.",
      "concealedPercent: concealed samples of all played ones, without silent ones. soundDelayMs: half a round trip and the jitter buffer.",
      "unsaidMs: the longest time that a shown picture stood still at either end while nothing on its tile said so.",
      "saidAfterMs and backAfterMs: after a change to the worse and back. Counted is the worse part.",
      "Every packet of peer connections passes a socket between the pages, which delays, drops and queues it. There are no bursts of loss, no jitter, and no loss of TCP packets.",
      "load: of the machine during that meeting.",
    ],
    table: results.map(({ row, name, measured }) => ({
      row: row.name,
      people: row.people,
      network: describe(row),
      name,
      ...(measured ?? { failed: true }),
    })),
  });
}

const groups = [
  measuredRows.filter((row) => row.isUdpBlocked !== true),
  measuredRows.filter((row) => row.isUdpBlocked),
];
for (const group of groups) {
  const first = group[0];
  if (first === undefined) continue;
  const started = await startMeetings(first.isUdpBlocked === true ? first.conditions.roundTripMs : null);
  for (const row of group) {
    for (const meeting of started.meetings) {
      const measured = await tryMeasure(row, meeting);
      results.push({ row, name: meeting.name, measured });
      write();
      console.log(row.name, meeting.name, JSON.stringify(measured));
    }
  }
  await started.close();
}
rmSync(folder, { recursive: true });

console.table(results.map(tableOf));
process.exit(0);
