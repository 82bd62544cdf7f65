// Cold starts: from the spawn of Node to the complete answer, each time with a new process. The
// yardstick is a bare Express that starts the same way.
import { performance } from "node:perf_hooks";
import type { Client } from "@meetogram/client";
import { medianRatio, summarise } from "../statistics.ts";
import { startInstance } from "./instances.ts";
import { endpointNames, prepareRequest, send, type RequestSpec } from "./requests.ts";

export interface ColdStart {
  readonly n: number;
  readonly medianMs: number;
  readonly p95Ms: number;
  /** The median of the ratios in each round. */
  readonly timesBareExpress: number | null;
}

async function measureOnce(name: string, spec: RequestSpec, isBare: boolean): Promise<number> {
  const spawnedAtMs = performance.now();
  const instance = await startInstance(isBare ? "bare" : spec.fn);
  try {
    const response = await send(instance.url, spec);
    await response.text();
    if (response.status !== 200) throw new Error(`${name} answered ${response.status}.`);
    return performance.now() - spawnedAtMs;
  } finally {
    await instance.stop();
  }
}

export async function measureColdStarts(runs: number, setupClient: Client): Promise<Record<string, ColdStart>> {
  const names = ["bareExpress", ...endpointNames] as const;
  const samples = new Map(names.map((name) => [name, [] as number[]]));
  // Round robin, so that a busy minute of the machine affects all of them.
  for (let run = 0; run < runs; run += 1) {
    for (const name of names) {
      const spec = await prepareRequest(name === "bareExpress" ? "generateID" : name, setupClient);
      samples.get(name)?.push(await measureOnce(name, spec, name === "bareExpress"));
    }
  }
  const bare = samples.get("bareExpress") ?? [];
  return Object.fromEntries(
    [...samples].map(([name, ms]) => {
      const { n, median, p95 } = summarise(ms);
      return [name, { n, medianMs: median, p95Ms: p95, timesBareExpress: medianRatio(ms, bare) }];
    }),
  );
}
