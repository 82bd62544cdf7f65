// Where the time of a visit goes: each request of a page with its beginning, its first byte and its end, in ms since the first one.
import type { Page } from "playwright-core";

export interface Step {
  readonly what: string;
  readonly startMs: number;
  /** Null when it had not come yet: a stream, or the end of the visit. */
  firstByteMs: number | null;
  endMs: number | null;
  bytes: number | null;
}

/** Host by its purpose, path without what differs from run to run. */
function describe(method: string, address: string, names: ReadonlyMap<string, string>): string {
  const { port, pathname, searchParams } = new URL(address);
  const place = names.get(port) ?? "other";
  const isStream = searchParams.get("TYPE") === "xmlhttp" ? " (stream)" : "";
  return `${method} ${place} ${pathname.replace(/[0-9a-f-]{36}/g, "{uuid}")}${isStream}`.slice(0, 90);
}

/** From now on; `names` tells the purpose of a port. */
export async function recordWaterfall(page: Page, names: ReadonlyMap<string, string>): Promise<() => Step[]> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  const steps = new Map<string, Step>();
  let zero: number | null = null;
  const since = (timestamp: number) => Math.round((timestamp - (zero ??= timestamp)) * 1_000);
  session.on("Network.requestWillBeSent", ({ requestId, request, timestamp }) => {
    if (request.url.startsWith("data:")) return;
    const startMs = since(timestamp);
    const what = describe(request.method, request.url, names);
    steps.set(requestId, { what, startMs, firstByteMs: null, endMs: null, bytes: null });
  });
  session.on("Network.responseReceived", ({ requestId, timestamp }) => {
    const step = steps.get(requestId);
    if (step !== undefined) step.firstByteMs = since(timestamp);
  });
  session.on("Network.loadingFinished", ({ requestId, timestamp, encodedDataLength }) => {
    const step = steps.get(requestId);
    if (step === undefined) return;
    [step.endMs, step.bytes] = [since(timestamp), encodedDataLength];
    // Told by a page that was busy, the first byte may seem to come after the last.
    if (step.firstByteMs !== null) step.firstByteMs = Math.min(step.firstByteMs, step.endMs);
  });
  return () => [...steps.values()].sort((a, b) => a.startMs - b.startMs);
}
