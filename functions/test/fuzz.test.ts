// Thousands of generated requests, malformed and plausible ones. Each gets an answer of the
// contract in time, and none a 500. The usual run sends a part of them. Set FUZZ_SEED to generate
// others.
import { once } from "node:events";
import { Agent, createServer, request as ask, type IncomingMessage, type Server } from "node:http";
import { endpoints, errorStatuses, isErrorCode, limits, type EndpointName } from "@meetogram/contract";
import { expect } from "chai";
import fc from "fast-check";
import supertest from "supertest";
import * as v from "valibot";
import { keepBodiesUnparsed } from "../src/http/unparsed-body.ts";
import * as functions from "../src/index.ts";
import { solve, switchOnAppCheck } from "./stage/app-check.ts";
import { api, host } from "./stage/api.ts";
import { arbitraryFuzz, servers, type Fuzz, type RealRoom, type Work } from "./stage/fuzz.ts";
import { isLongRun } from "./stage/long.ts";
import { createRoom, enter } from "./stage/meeting.ts";

const count = isLongRun ? 10_000 : 600;
const leastForEachEndpoint = isLongRun ? 100 : 1;
const atOnce = 24;
const workCount = 8;
const roomCount = isLongRun ? 40 : 8;
const seed = Number(process.env["FUZZ_SEED"] ?? 20_260_101);
const patienceMs = 10_000;

const answersOf: Record<(typeof servers)[number], readonly EndpointName[]> = {
  create: ["create"],
  connect: ["connect"],
  generateID: ["generateID"],
  room: ["room", "stored", "iceServers", "remove", "handOver", "burn", "offerMove", "takeMove"],
  appCheck: ["appCheckChallenge", "appCheckToken"],
};

interface Answer {
  readonly status: number;
  readonly text: string;
}

/** What is wrong with an answer; undefined if nothing is. */
function fault({ to, method }: Fuzz, { status, text }: Answer): string | undefined {
  if (method === "HEAD") return status < 500 && text === "" ? undefined : "HEAD with a body, or a fault of ours";
  if (status === 204) return method === "OPTIONS" && text === "" ? undefined : "no content";
  const answer = parse(text);
  if (answer === undefined) return "not JSON";
  if (status === 200) {
    return answersOf[to].some((name) => v.is(endpoints[name].response, answer)) ? undefined : "not of the contract";
  }
  const { code, message, ...rest } = answer as { code?: unknown; message?: unknown };
  if (!isErrorCode(code) || typeof message !== "string" || Object.keys(rest).length > 0) return "not an error's body";
  if (errorStatuses[code] !== status) return "another status than its code's";
  if (/\bat .+:\d+|node_modules|\/src\//.test(text)) return "tells of the inside";
  return status >= 500 ? "a fault of ours" : undefined;
}

/** Counts a request for the endpoint that its function, path and method select. */
function note(
  reached: Map<string, { asked: number; granted: number }>,
  { to, method, path }: Fuzz,
  { status }: Answer,
): void {
  const name = answersOf[to].find((endpoint) => {
    const pattern = endpoints[endpoint].path.replace("{uuid}", "[^/]+");
    return (
      new RegExp(`^(/v1)?${pattern}$`).test(path) && (endpoints[endpoint].methods as readonly string[]).includes(method)
    );
  });
  if (name === undefined) return;
  const { asked, granted } = reached.get(name) ?? { asked: 0, granted: 0 };
  reached.set(name, { asked: asked + 1, granted: granted + (status === 200 ? 1 : 0) });
}

function parse(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

describe("generated requests", () => {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const running = new Map<string, { server: Server; port: number }>();
  let rooms: RealRoom[];
  let works: Work[];
  let restore: () => void;
  let switchOff: () => void;

  before(async () => {
    restore = keepBodiesUnparsed();
    rooms = [];
    for (let index = 0; index < roomCount; index += 1) {
      const { uuid, hostKey } = await createRoom({ capacity: limits.maxCapacity });
      const { seated, proof } = await enter(uuid, index % 2 === 0 ? { hostKey } : {});
      rooms.push({ uuid, hostKey, participantID: seated.participantID, proof });
    }
    await switchOn();
    for (const name of servers) {
      const server = createServer(host(functions[name]));
      // Otherwise the server may close an idle connection just when a request uses it.
      server.keepAliveTimeout = 0;
      server.listen(0, "127.0.0.1");
      await once(server, "listening");
      running.set(name, { server, port: (server.address() as { port: number }).port });
    }
  });

  /** The other functions have been loaded, so they ask for no token. */
  async function switchOn(): Promise<void> {
    await Promise.all(servers.map((name) => supertest(host(functions[name])).options("/")));
    switchOff = await switchOnAppCheck();
    works = [];
    for (let index = 0; index < workCount; index += 1) {
      const { challenge, bits } = (await api.appCheck().get("/appCheck/challenge")).body;
      works.push({ challenge, counter: solve(challenge, bits) });
    }
  }

  after(() => {
    switchOff();
    restore();
    agent.destroy();
    for (const { server } of running.values()) {
      server.closeAllConnections();
      server.close();
    }
  });

  async function send({ to, method, path, headers, body }: Fuzz): Promise<Answer> {
    const { port } = running.get(to)!;
    const bytes = Buffer.from(body as string);
    const hasBody = method !== "GET" && method !== "HEAD";
    const sent = ask({
      host: "127.0.0.1",
      port,
      agent,
      method,
      path,
      headers: { ...headers, ...(hasBody && { "content-length": String(bytes.length) }) },
      timeout: patienceMs,
    });
    sent.once("timeout", () => sent.destroy(new Error("no answer")));
    sent.end(hasBody ? bytes : undefined);
    const [response] = (await once(sent, "response")) as [IncomingMessage];
    let text = "";
    for await (const chunk of response.setEncoding("utf8")) text += chunk as string;
    return { status: response.statusCode ?? 0, text };
  }

  it(`${count} of them get an answer of the contract, and none a 500`, async function () {
    this.timeout(300_000);
    const fuzzes = fc.sample(arbitraryFuzz(rooms, works), { seed, numRuns: count });
    const statuses = new Map<number, number>();
    const reached = new Map<string, { asked: number; granted: number }>();
    const faults: unknown[] = [];
    let next = 0;
    const work = async (): Promise<void> => {
      for (let fuzz = fuzzes[next++]; fuzz; fuzz = fuzzes[next++]) {
        const answer = await send(fuzz).catch((error: unknown) => ({ status: 0, text: String(error) }));
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        note(reached, fuzz, answer);
        const what = answer.status === 0 ? "no answer" : fault(fuzz, answer);
        if (what !== undefined) faults.push({ what, fuzz, answer });
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    expect(faults.slice(0, 3), JSON.stringify(faults.slice(0, 3))).to.deep.equal([]);
    expect([...statuses.values()].reduce((sum, times) => sum + times)).to.equal(count);
    expect([...statuses.keys()], "reaches far enough to be of use").to.include.members([
      200, 204, 400, 403, 404, 405, 413, 415,
    ]);
    for (const name of Object.keys(endpoints)) {
      const { asked, granted } = reached.get(name) ?? { asked: 0, granted: 0 };
      expect(
        [asked > leastForEachEndpoint, granted > 0],
        `${name}: asked ${asked} times, granted ${granted}`,
      ).to.deep.equal([true, true]);
    }
  });
});
