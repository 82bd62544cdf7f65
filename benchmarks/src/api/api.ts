// The open requests: from the spawn of a process to its first answer, for each function; and what the functions answer in one process
// beside a bare Express, asked the same way. Firestore is the embedded one. Writes results/api.json.
import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import { startFirestore } from "@meetogram/embedded-firestore";
import autocannon from "autocannon";
import type { Express, Handler } from "express";
import { quantile } from "../statistics.ts";

const runs = 10;
const seconds = 5;
const connections = 16;
const run = promisify(execFile);
const file = (path: string): URL => new URL(path, import.meta.url);

await run(process.execPath, ["build.mjs"], { cwd: file("../../../functions/") });
const rules = await readFile(file("../../../firestore.rules"), "utf8");
const firestore = await startFirestore({ port: 0, rules });
const environment = {
  FIRESTORE_EMULATOR_HOST: firestore.host,
  FIREBASE_AUTH_EMULATOR_HOST: "127.0.0.1:9",
  GCLOUD_PROJECT: "demo-meetogram",
};
Object.assign(process.env, environment);
// The Express that the functions have.
const require = createRequire(new URL("../../../functions/package.json", import.meta.url));
const express = require("express") as () => Express;
const functions = require("./dist/index.cjs") as Record<string, Handler>;

async function listen(handler: Handler): Promise<{ url: string; close: () => void }> {
  const server = express().all("/{*path}", handler).listen(0, "127.0.0.1");
  await once(server, "listening");
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => void server.close() };
}

const creating = await listen(functions["create"]!);
const { uuid } = (await (await fetch(`${creating.url}/create`)).json()) as { uuid: string };
const session = randomUUID();
const constraints = { audio: true, video: true };
const connecting = JSON.stringify({ uuid, userID: randomUUID(), session, constraints });

const requests = {
  generateID: { method: "GET", path: "/user/generateID" },
  room: { method: "GET", path: `/room/${uuid}` },
  create: { method: "GET", path: "/create" },
  connect: { method: "POST", path: "/connect", body: connecting },
} as const;

const coldStart: Record<string, object> = {};
for (const [name, request] of Object.entries(requests)) {
  const samples: number[] = [];
  for (let index = 0; index < runs; index += 1) {
    const script = file("cold-start.ts").pathname;
    const body = "body" in request ? [request.body] : [];
    const { stdout } = await run(
      process.execPath,
      ["--import=tsx", script, name, request.method, request.path, ...body],
      { env: { ...process.env, ...environment } },
    );
    const { ms, status } = JSON.parse(stdout) as { ms: number; status: number };
    if (status !== 200) throw new Error(`${name} answered ${status}.`);
    samples.push(ms);
  }
  coldStart[name] = { n: runs, medianMs: Math.round(quantile(samples, 0.5)), maxMs: Math.round(Math.max(...samples)) };
}

async function load(handler: Handler, path: string): Promise<{ perSecond: number; p50Ms: number; p99Ms: number }> {
  const { url, close } = await listen(handler);
  await fetch(url + path);
  const result = await autocannon({ url: url + path, connections, duration: seconds });
  close();
  if (result.non2xx > 0) throw new Error(`${result.non2xx} answers of ${path} were not 2xx.`);
  return { perSecond: Math.round(result.requests.average), p50Ms: result.latency.p50, p99Ms: result.latency.p99 };
}

const bareAnswer = { userID: randomUUID() };
const bare = await load((_request, response) => void response.json(bareAnswer), "/");
const loaded: Record<string, object> = {};
for (const name of ["generateID", "room", "create"] as const) {
  const figures = await load(functions[name]!, requests[name].path);
  loaded[name] = { ...figures, timesSlowerThanBare: Number((bare.perSecond / figures.perSecond).toFixed(1)) };
}

const report = {
  measuredAt: new Date().toISOString(),
  node: process.version,
  coldStart: {
    what: "milliseconds from the beginning of the process to the end of the first answer, with the TypeScript loader of the benchmark itself",
    ...coldStart,
  },
  load: {
    what: `${connections} connections for ${seconds} s, client in the same process`,
    bareExpress: bare,
    ...loaded,
  },
};
await writeFile(file("../../results/api.json"), `${JSON.stringify(report, undefined, 2)}\n`);
console.log(JSON.stringify(report, undefined, 2));
creating.close();
await firestore.close();
process.exit(0);
