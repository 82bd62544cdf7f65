// How fast a file goes from one page to another, and what memory it takes, beside a bare data
// channel in the same minutes. `npm run files --workspace benchmarks -- --megabytes 64 --rounds 5`
import { randomFillSync } from "node:crypto";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { findFreePorts } from "../../../scripts/system/ports.ts";
import { thisBuild } from "../builds.ts";
import { describeMachine, outOption, writeResults } from "../results.ts";
import { medianRatio, quantile } from "../statistics.ts";
import { sendOverBareChannel } from "./bare.ts";
import { sendFile } from "./meetogram.ts";

const { values } = parseArgs({
  options: {
    out: outOption("files"),
    megabytes: { type: "string", default: "64" },
    rounds: { type: "string", default: "5" },
  },
});
const bytes = Number(values.megabytes) * 1_000_000;
const rounds = Number(values.rounds);

/** Random, so that nothing on the way can compress it. */
function writeFile(path: string): void {
  const file = openSync(path, "w");
  const block = Buffer.alloc(1_000_000);
  for (let written = 0; written < bytes; written += block.length) writeSync(file, randomFillSync(block));
  closeSync(file);
}

const contenders = ["bare channel", "meetogram", "meetogram, with pictures and voices"] as const;
const rates = new Map(contenders.map((name) => [name, [] as (number | null)[]]));
const growths: { senderMB: number; receiverMB: number }[] = [];

await thisBuild.build();
const machine = describeMachine();
const system = await thisBuild.startSystem({ ports: await findFreePorts() });
const folder = mkdtempSync(join(tmpdir(), "meetogram-files-"));
try {
  const path = join(folder, "file.bin");
  writeFile(path);
  for (let round = 0; round < rounds; round += 1) {
    for (const name of contenders) {
      try {
        let tookMs: number;
        if (name === "bare channel") tookMs = await sendOverBareChannel(bytes);
        else {
          const { senderMB, receiverMB, ...run } = await sendFile(system, path, name !== "meetogram");
          tookMs = run.tookMs;
          growths.push({ senderMB, receiverMB });
        }
        const rate = bytes / 1_000 / tookMs;
        rates.get(name)?.push(rate);
        console.log(`${name}: ${rate.toFixed(1)} MB/s`, name === "bare channel" ? "" : growths.at(-1));
      } catch (error) {
        rates.get(name)?.push(null);
        console.error(`${name}: ${String(error).split("\n", 1)[0]}`);
      }
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
  await system.stop();
}

const table = contenders.map((name) => {
  const all = rates.get(name) ?? [];
  const good = all.filter((rate) => rate !== null);
  return {
    name,
    n: good.length,
    failures: all.length - good.length,
    megabytesPerSecond: Number(quantile(good, 0.5).toFixed(1)),
    ratioToBare: medianRatio(all, rates.get("bare channel") ?? []),
  };
});
const memory = {
  senderMB: Math.max(...growths.map(({ senderMB }) => senderMB)),
  receiverMB: Math.max(...growths.map(({ receiverMB }) => receiverMB)),
};
console.table(table);
console.log(memory);
writeResults(values.out, {
  unit: "MB/s, from the acceptance until the file is complete and checked; MB of memory beyond what there was",
  machine,
  megabytes: Number(values.megabytes),
  notes: [
    "Each page has a browser with a profile of its own; both share this machine. The bare channel sends the same zeros again and again; meetogram reads a file from the disk, hashes it twice, and writes it to the browser's own file system.",
    "memory: the anonymous memory of all processes of a browser beyond what they had before the acceptance, at its highest, in any round.",
  ],
  table,
  memory,
});
process.exit(0);
