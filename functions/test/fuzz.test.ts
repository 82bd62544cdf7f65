// Ten thousand requests that nobody would write, and some that somebody might: whatever comes, an answer of the contract goes back,
// soon, and it is never our fault. Set FUZZ_SEED to try others.
import { once } from "node:events";
import { Agent, createServer, request as ask, type IncomingMessage, type Server } from "node:http";
import { endpoints, errorStatuses, isErrorCode, limits, type EndpointName } from "@meetogram/contract";
import { expect } from "chai";
import fc from "fast-check";
import * as v from "valibot";
import { keepBodiesUnparsed } from "../src/http/unparsed-body.ts";
import * as functions from "../src/index.ts";
import { host } from "./stage/api.ts";
import { createRoom } from "./stage/meeting.ts";

const count = 10_000;
const atOnce = 24;
const seed = Number(process.env["FUZZ_SEED"] ?? 20_260_101);
const patienceMs = 10_000;

const servers = ["create", "connect", "generateID", "room"] as const;
const answersOf: Record<(typeof servers)[number], readonly EndpointName[]> = {
  create: ["create"],
  connect: ["connect"],
  generateID: ["generateID"],
  room: ["room", "stored", "remove", "handOver", "burn"],
};

interface Fuzz {
  readonly to: (typeof servers)[number];
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string | Uint8Array;
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

const uuids = ["00000000-0000-4000-8000-000000000000", "9f3c1f52-6c1e-4c8e-9a55-0d6f0b6f8a11"];
let real: { uuid: string; hostKey: string };

function arbitraryFuzz(): fc.Arbitrary<Fuzz> {
  const uuid = fc.oneof(fc.constantFrom(...uuids, real.uuid), fc.uuid(), fc.string({ maxLength: 40 }));
  const value = fc.oneof(
    uuid,
    fc.boolean(),
    fc.integer(),
    fc.double(),
    fc.constant(null),
    fc.constantFrom(
      "",
      "k".repeat(43),
      real.hostKey,
      "__proto__",
      "p".repeat(limits.maxPasswordLength + 1),
      "\u0000\ud800",
    ),
    fc.record({ audio: fc.anything(), video: fc.boolean() }, { requiredKeys: [] }),
    fc.jsonValue({ maxDepth: 3 }),
  );
  const constraints = fc.record({ audio: fc.boolean(), video: fc.boolean() });
  const nearly = fc
    .tuple(
      fc.record(
        { uuid, userID: fc.uuid(), session: fc.uuid(), constraints, participantID: uuid },
        { requiredKeys: [] },
      ),
      fc.dictionary(
        fc.oneof(
          fc.constantFrom("uuid", "userID", "session", "constraints", "password", "hostKey", "takeOver", "capacity"),
          fc.string({ maxLength: 12 }),
        ),
        value,
        { maxKeys: 3 },
      ),
    )
    .map(([fields, changes]) => JSON.stringify({ ...fields, ...changes }));
  const connecting = fc
    .record({ uuid: fc.constantFrom(real.uuid, uuids[0]), userID: fc.uuid(), session: fc.uuid(), constraints })
    .map((fields) => JSON.stringify(fields));
  const asHost = fc.constant(JSON.stringify({ hostKey: "k".repeat(43) }));
  const body = fc.oneof(
    { weight: 1, arbitrary: asHost },
    { weight: 5, arbitrary: nearly },
    { weight: 1, arbitrary: connecting },
    { weight: 2, arbitrary: fc.json() },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 200 }) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom("", "{", "[[[[", `{"password":"${"x".repeat(limits.maxBodyBytes)}"}`, "{}"),
    },
  );
  const segment = fc.oneof(
    fc.constantFrom(
      "create",
      "connect",
      "room",
      "user",
      "generateID",
      "v1",
      "v2",
      "stored",
      "remove",
      "burn",
      "",
      "..",
      "%ff",
    ),
    fc.constantFrom(...uuids, real.uuid),
    fc.string({ maxLength: 12 }).map((text) => encodeURIComponent(text.replace(/[\ud800-\udfff]/g, ""))),
    fc.stringMatching(/^[!-"$->@-~]{0,12}$/),
  );
  const known = fc.constantFrom(
    "/create",
    "/v1/create",
    "/connect",
    "/v1/connect",
    "/user/generateID",
    "/",
    ...["", "/stored", "/remove", "/handOver", "/burn"].flatMap((end) =>
      [...uuids, real.uuid].map((id) => `/room/${id}${end}`),
    ),
  );
  const path = fc.oneof(
    { weight: 4, arbitrary: known },
    { weight: 1, arbitrary: fc.array(segment, { maxLength: 5 }).map((segments) => `/${segments.join("/")}`) },
    { weight: 1, arbitrary: fc.tuple(known, fc.webQueryParameters()).map(([at, query]) => `${at}?${query}`) },
  );
  const text = fc.stringMatching(/^[ -~]{0,60}$/);
  const headers = fc.record(
    {
      "content-type": fc.oneof(fc.constantFrom("text/plain", "application/json; charset=utf-16", ""), text),
      "idempotency-key": fc.oneof(fc.constantFrom(...uuids, "1"), text),
      "content-encoding": fc.constantFrom("gzip", "identity", "br", "x"),
      origin: text,
      authorization: text,
      cookie: text,
      "x-http-method-override": fc.constantFrom("DELETE", "POST"),
      accept: text,
    },
    { requiredKeys: [] },
  );
  return fc.record({
    to: fc.constantFrom(...servers),
    method: fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom("POST", "GET") },
      { weight: 1, arbitrary: fc.constantFrom("HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND") },
    ),
    path,
    headers: fc.oneof(
      { weight: 3, arbitrary: fc.constant({ "content-type": "application/json" }) },
      { weight: 1, arbitrary: headers as fc.Arbitrary<Record<string, string>> },
    ),
    body,
  });
}

/** What is wrong with an answer, if anything. */
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
  let restore: () => void;

  before(async () => {
    restore = keepBodiesUnparsed();
    real = await createRoom({ capacity: limits.maxCapacity });
    for (const name of servers) {
      const server = createServer(host(functions[name]));
      server.listen(0, "127.0.0.1");
      await once(server, "listening");
      running.set(name, { server, port: (server.address() as { port: number }).port });
    }
  });

  after(() => {
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

  it(`${count} of them are answered as the contract says, none by 500`, async function () {
    this.timeout(150_000);
    const fuzzes = fc.sample(arbitraryFuzz(), { seed, numRuns: count });
    const statuses = new Map<number, number>();
    const faults: unknown[] = [];
    let next = 0;
    const work = async (): Promise<void> => {
      for (let fuzz = fuzzes[next++]; fuzz; fuzz = fuzzes[next++]) {
        const answer = await send(fuzz).catch((error: unknown) => ({ status: 0, text: String(error) }));
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
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
  });
});
