// For a deployed system: as whom do its functions count a caller? Asks through Hosting and at the
// function's own URL, each time with other forged headers, and looks at what is left of the limit.
// What is left has to fall, and to be the same both ways.
import { randomInt } from "node:crypto";
import { Failure, runScript } from "./system/failure.ts";

const help = `node --import tsx scripts/check-callers.ts SITE FUNCTION
  SITE      where Hosting serves meetogram, https://your-site.web.app
  FUNCTION  the URL of the function generateID, as the Firebase console shows it`;

const requestsEachWay = 30;
/** Each of ten instances gets some of the requests. */
const leastFall = 3;

interface Left {
  readonly limit: number;
  readonly remaining: number;
}

const anyAddress = (): string => ["198.18", randomInt(256), randomInt(256)].join(".");

async function readLeft(url: string): Promise<Left | null> {
  const forged = ["x-forwarded-for", "fastly-client-ip", "x-real-ip", "true-client-ip", "x-client-ip", "forwarded"];
  const headers = Object.fromEntries(
    forged.map((name) => [name, `${name === "forwarded" ? "for=" : ""}${anyAddress()}`]),
  );
  const response = await fetch(url, { method: "POST", headers }).catch((error: unknown) => {
    throw new Failure(`${url} does not answer (${String((error as Error).cause ?? error)}).`);
  });
  if (!response.ok && response.status !== 429) throw new Failure(`${url} answers ${response.status}.`);
  const remaining = /;r=(\d+)/.exec(response.headers.get("ratelimit") ?? "")?.[1];
  const limit = /;q=(\d+)/.exec(response.headers.get("ratelimit-policy") ?? "")?.[1];
  return remaining === undefined || limit === undefined ? null : { limit: Number(limit), remaining: Number(remaining) };
}

/** What is left after each request; throws where the headers decide. */
async function ask(way: string, url: string): Promise<Left[]> {
  const left: Left[] = [];
  for (let asked = 0; asked < requestsEachWay; asked += 1) {
    const now = await readLeft(url);
    if (now === null) throw new Failure(`${way}: the function sees no address, and limits nobody.`);
    left.push(now);
  }
  const lowest = Math.min(...left.map(({ remaining }) => remaining));
  const { limit } = left[0]!;
  if (lowest > limit - leastFall) {
    throw new Failure(`${way}: FORGED. Other headers make another caller. TRUSTED_PROXIES names too much.`);
  }
  console.log(`${way}: forged headers change nothing. ${lowest} of ${limit} requests are left.`);
  return left;
}

await runScript(async () => {
  const [site, direct] = process.argv.slice(2);
  if (site === undefined || direct === undefined) throw new Failure(help);
  await ask("At the function's own URL", direct);
  const [first] = await ask("Through Hosting", `${site.replace(/\/$/, "")}/user/generateID`);
  if (first!.remaining >= first!.limit - 1) {
    throw new Failure(
      "Through Hosting you are another caller: the functions see the address of Hosting's proxy, which many people\n" +
        "share. Put its network into TRUSTED_PROXIES. The function's request log shows the address:\n" +
        "  gcloud logging read 'resource.labels.service_name=\"generateid\"' --limit 50 --format 'value(httpRequest.remoteIp)'",
    );
  }
  console.log("Both ways you are the same caller.");
  return 0;
});
