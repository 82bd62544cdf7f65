// As whom do the functions of a deployed system count a caller? Asks at the function's own address,
// then through Hosting, then at the function again, each time with other forged headers, and looks
// at what is left of the limit. It has to fall each way, whatever the headers say, and what went
// through Hosting has to be missing at the function. Requests go out together, because the limit
// fills up again by 2 a second.
import { randomInt } from "node:crypto";
import { ask } from "../ask.ts";
import { NotKnown } from "../finding.ts";
import { codeOf, kindOf } from "./site.ts";

const together = 20;
/** Afterwards. Another instance of the function may answer some of them. */
const readings = 5;

export type Way = "direct" | "hosting";

export type Counted =
  | { readonly is: "one"; readonly limit: number }
  | { readonly is: "proxy" }
  | { readonly is: "forged"; readonly way: Way }
  | { readonly is: "unlimited"; readonly way: Way };

interface Left {
  readonly limit: number;
  readonly remaining: number;
}

const anyAddress = (): string => ["198.18", randomInt(256), randomInt(256)].join(".");

/** Null if the answer tells of no limit. */
async function readLeft(url: string, timeoutMs: number): Promise<Left | null> {
  const forged = ["x-forwarded-for", "fastly-client-ip", "x-real-ip", "true-client-ip", "x-client-ip", "forwarded"];
  const headers = Object.fromEntries(
    forged.map((name) => [name, `${name === "forwarded" ? "for=" : ""}${anyAddress()}`]),
  );
  const answer = await ask(url, { method: "POST", headers }, { timeoutMs, name: url });
  const remaining = /;r=(\d+)/.exec(answer.headers.get("ratelimit") ?? "")?.[1];
  const limit = /;q=(\d+)/.exec(answer.headers.get("ratelimit-policy") ?? "")?.[1];
  if (remaining !== undefined && limit !== undefined) return { limit: Number(limit), remaining: Number(remaining) };
  if (answer.status === 200 || codeOf(answer) !== undefined) return null;
  throw new NotKnown("unexpected-answer", `${url} answers ${kindOf(answer)}`, "Look at the function's log.");
}

interface Burst {
  readonly least: Left;
  /** What may have come back meanwhile. */
  readonly refilled: number;
}

/** Null if an answer tells of no limit. */
async function askTogether(url: string, requests: number, timeoutMs: number): Promise<Burst | null> {
  const startedAt = performance.now();
  const answers = await Promise.all(Array.from({ length: requests }, () => readLeft(url, timeoutMs)));
  if (answers.some((left) => left === null)) return null;
  const least = (answers as Left[]).reduce((one, other) => (other.remaining < one.remaining ? other : one));
  return { least, refilled: ((performance.now() - startedAt) * least.limit) / 60_000 };
}

function refuseSlowness(refilled: number): void {
  if (refilled < together / 2) return;
  throw new NotKnown("too-slow", "the answers came too slowly to tell", "Ask the doctor again in a minute.");
}

/** `direct` is the own address of generateID, `hosting` its path on the site. */
export async function countCallers(urls: Readonly<Record<Way, string>>, timeoutMs: number): Promise<Counted> {
  const bursts = new Map<Way, Burst>();
  for (const way of ["direct", "hosting"] as const) {
    const burst = await askTogether(urls[way], together, timeoutMs);
    if (burst === null) return { is: "unlimited", way };
    const { remaining, limit } = burst.least;
    if (remaining > limit - together / 2) {
      refuseSlowness(burst.refilled);
      return { is: "forged", way };
    }
    if (way === "direct" && remaining < together) {
      throw new NotKnown("limit-reached", "your limit of requests is used up", "Ask the doctor again in a minute.");
    }
    bursts.set(way, burst);
  }
  const after = await askTogether(urls.direct, readings, timeoutMs);
  if (after === null) return { is: "unlimited", way: "direct" };
  const { limit, remaining } = bursts.get("direct")!.least;
  // With a caller of its own through Hosting, only the readings are missing.
  if (remaining - after.least.remaining > together / 2) return { is: "one", limit };
  refuseSlowness(bursts.get("hosting")!.refilled + after.refilled);
  return { is: "proxy" };
}

/** Shows the address of a proxy of Hosting. */
export const commandToFindProxies =
  "gcloud logging read 'resource.labels.service_name=\"generateid\"' --limit 50 --format 'value(httpRequest.remoteIp)'";
