// Where the time of a visit goes: the start, first byte and end of each request, in ms since the
// first one.
import type { Page } from "playwright-core";

export interface Step {
  readonly what: string;
  readonly startMs: number;
  /** Null when there was none yet: a stream, or the end of the visit. */
  firstByteMs: number | null;
  endMs: number | null;
  bytes: number | null;
}

/** The host by its purpose, and the path without what differs between runs. */
function describe(method: string, address: string, names: ReadonlyMap<string, string>): string {
  const { port, pathname, searchParams } = new URL(address);
  const place = names.get(port) ?? "other";
  const isStream = searchParams.get("TYPE") === "xmlhttp" ? " (stream)" : "";
  return `${method} ${place} ${pathname.replace(/[0-9a-f-]{36}/g, "{uuid}")}${isStream}`.slice(0, 90);
}

/** Records from now on. `names` maps a port to its purpose. */
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
    // In a busy page, the first byte may be reported after the last one.
    if (step.firstByteMs !== null) step.firstByteMs = Math.min(step.firstByteMs, step.endMs);
  });
  return () => [...steps.values()].sort((a, b) => a.startMs - b.startMs);
}
