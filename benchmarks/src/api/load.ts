// Load: one instance of a function under the given number of connections, and a bare Express with
// the same requests. Each connect is a new user in a room with a free seat. So its run has a number
// of requests instead of a duration.
import { performance } from "node:perf_hooks";
import type { Client } from "@meetogram/client";
import { limits, type EndpointName } from "@meetogram/contract";
import autocannon from "autocannon";
import { startInstance } from "./instances.ts";
import { newUser, prepareRequest, type RequestSpec } from "./requests.ts";

export interface LoadOptions {
  readonly seconds: number;
  /** The number of connects. */
  readonly connects: number;
  readonly connections: number;
}

export interface Load {
  readonly requests: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

export interface LoadBesideBare extends Load {
  readonly bareExpress: Load;
  readonly timesSlowerThanBare: number;
}

type Bodies = () => string;

async function measure(spec: RequestSpec, isBare: boolean, options: LoadOptions, bodies?: Bodies): Promise<Load> {
  const { seconds, connects, connections } = options;
  const instance = await startInstance(isBare ? "bare" : spec.fn);
  try {
    const { method, path } = spec;
    const headers = { "content-type": "application/json" };
    const url = instance.url + path;
    // Loads the route. The result does not matter: a refusal takes as long.
    await (await fetch(url, { method, headers, ...(method === "POST" && { body: "{}" }) })).text();
    const startedAtMs = performance.now();
    let lastAnswerAtMs = startedAtMs;
    const load: autocannon.Options = {
      url,
      method,
      headers: method === "POST" ? headers : {},
      connections,
      ...(bodies
        ? { amount: connects, requests: [{ setupRequest: (request) => ({ ...request, body: bodies() }) }] }
        : { duration: seconds, ...(spec.body !== undefined && { body: spec.body }) }),
    };
    const result = await new Promise<autocannon.Result>((resolve, reject) => {
      // autocannon ends at its next full second, which is too late for a number of requests.
      autocannon(load, (error: unknown, end) => (error ? reject(error as Error) : resolve(end))).on(
        "response",
        () => (lastAnswerAtMs = performance.now()),
      );
    });
    if (result.non2xx + result.errors > 0) {
      throw new Error(`${path}: ${result.non2xx} answers were not 2xx, ${result.errors} failed.`);
    }
    const total = result["2xx"];
    return {
      requests: total,
      perSecond: Math.round((total / (lastAnswerAtMs - startedAtMs)) * 1_000),
      p50Ms: result.latency.p50,
      p99Ms: result.latency.p99,
    };
  } finally {
    await instance.stop();
  }
}

/**
 * A new user each time, round robin over the rooms, so that concurrent users are in different
 * rooms.
 */
async function createArrivals(setupClient: Client, count: number): Promise<Bodies> {
  const rooms = Math.ceil(count / limits.maxCapacity) + 1;
  const uuids: string[] = [];
  for (let index = 0; index < rooms; index += 1) {
    uuids.push((await setupClient.createRoom({ capacity: limits.maxCapacity })).uuid);
  }
  let next = 0;
  return () => JSON.stringify({ uuid: uuids[next++ % rooms], ...newUser() });
}

export async function measureLoad(setupClient: Client, options: LoadOptions): Promise<Record<string, LoadBesideBare>> {
  const loads: Record<string, LoadBesideBare> = {};
  for (const name of ["generateID", "room", "create", "connect"] satisfies EndpointName[]) {
    const spec = await prepareRequest(name, setupClient);
    const arrivals = (): Promise<Bodies | undefined> =>
      name === "connect"
        ? createArrivals(setupClient, options.connects + options.connections)
        : Promise.resolve(undefined);
    const bareExpress = await measure(spec, true, options, await arrivals());
    const load = await measure(spec, false, options, await arrivals());
    const timesSlowerThanBare = Number((bareExpress.perSecond / load.perSecond).toFixed(1));
    loads[name] = { ...load, bareExpress, timesSlowerThanBare };
  }
  return loads;
}
