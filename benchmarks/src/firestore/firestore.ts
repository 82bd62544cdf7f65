// The speed and size of the embedded Firestore: start, memory, latency between two pages,
// operations of firebase-admin, and whether a commit costs more when more is stored. Writes
// results/firestore.json.
import { writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { quantile } from "../statistics.ts";
import { connectAdmin, fill, time, timeCommits } from "./admin.ts";
import { measurePages } from "./pages.ts";
import { startServer } from "./server.ts";

// Otherwise the client would look for Google Cloud around it.
process.env["METADATA_SERVER_DETECTION"] = "none";

const round = (value: number): number => Math.round(value * 10) / 10;
const spread = (samples: readonly number[]): { n: number; p50Ms: number; p95Ms: number } => ({
  n: samples.length,
  p50Ms: round(quantile(samples, 0.5)),
  p95Ms: round(quantile(samples, 0.95)),
});
const rate = (samples: readonly number[]): { perSecond: number; p50Ms: number; p95Ms: number } => {
  const { p50Ms, p95Ms } = spread(samples);
  return {
    perSecond: Math.round((samples.length * 1000) / samples.reduce((sum, each) => sum + each, 0)),
    p50Ms,
    p95Ms,
  };
};

const loadBefore = round(loadavg()[0] ?? Number.NaN);
const starts: number[] = [];
for (let n = 0; n < 5; n += 1) {
  const started = await startServer();
  starts.push(started.readyMs);
  await started.close();
}

const server = await startServer();
const emptyMegabytes = server.residentMegabytes();
const pages = await measurePages(server.port, 200);

const { db, close } = connectAdmin(server.host);
await time(100, (n) => db.doc(`warm/d${n}`).set({ n }));
const set = await time(500, (n) => db.doc(`set/d${n}`).set({ n, text: "some text" }));
const get = await time(500, (n) => db.doc(`set/d${n}`).get());
const transaction = await time(300, (n) =>
  db.runTransaction(async (run) => {
    const found = await run.get(db.doc(`set/d${n}`));
    run.update(found.ref, { n: Number(found.get("n")) + 1 });
  }),
);

await fill(db, 0, 1_000);
const commitsAt1k = await timeCommits(db, 50, 300);
await fill(db, 1_000, 100_000);
const fullMegabytes = server.residentMegabytes();
const commitsAt100k = await timeCommits(db, 50, 300);
await close();
await server.close();

const results = {
  machine: { cores: cpus().length, node: process.version, loadBefore },
  ready: { n: starts.length, medianMs: Math.round(quantile(starts, 0.5)) },
  residentMegabytes: { empty: emptyMegabytes, with100kDocuments: fullMegabytes },
  writeToSnapshotBetweenTwoPages: spread(pages),
  admin: { set: rate(set), get: rate(get), transaction: rate(transaction) },
  commitWith50Listeners: {
    at1kDocuments: spread(commitsAt1k),
    at100kDocuments: spread(commitsAt100k),
    ratioOfP50: round(quantile(commitsAt100k, 0.5) / quantile(commitsAt1k, 0.5)),
  },
};
writeFileSync(
  fileURLToPath(new URL("../../results/firestore.json", import.meta.url)),
  `${JSON.stringify(results, null, 2)}\n`,
);
console.log(JSON.stringify(results, null, 2));
