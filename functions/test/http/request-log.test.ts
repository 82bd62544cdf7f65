// The line of a request: what is in it, and that nothing of the caller is.
import { randomBytes, randomUUID } from "node:crypto";
import { EventEmitter, once } from "node:events";
import { request as open, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { endpoints, type EndpointName } from "@meetogram/contract";
import { expect } from "chai";
import { Router } from "express";
import type { Response } from "supertest";
import supertest from "supertest";
import { serve } from "../../src/http/serve.ts";
import * as functions from "../../src/index.ts";
import { api, flood, host } from "../stage/api.ts";
import { linesOf, logOf, type LogLine } from "../stage/log.ts";
import { changeRoom, connectRequest, createRoom, firestore } from "../stage/meeting.ts";

const logSecret = randomBytes(32).toString("base64");
const trace = "4bf92f3577b34da6a3ce929d0e0e4736";
const fieldsOfEvery = ["severity", "message", "event", "function", "method", "status", "ms", "isCold", "requestID"];

async function withLogSecret<T>(secret: string, task: () => Promise<T>): Promise<T> {
  process.env["LOG_SECRET"] = secret;
  try {
    return await task();
  } finally {
    delete process.env["LOG_SECRET"];
  }
}

async function requestLinesOf(task: () => Promise<unknown>, requests: number): Promise<LogLine[]> {
  const lines = (await linesOf(task, requests)).filter(({ event }) => event === "request");
  expect(lines, "one line for each").to.have.length(requests);
  return lines;
}

const lineOf = async (task: () => Promise<unknown>): Promise<LogLine> => (await requestLinesOf(task, 1))[0]!;

describe("the log of requests", () => {
  it("has one line for each, with route, status and time, also for a refusal", async () => {
    const line = await lineOf(async () => api.create().post("/create"));
    expect(line).to.include({ severity: "INFO", message: "POST create 200" });
    expect(line).to.include({ event: "request", function: "create", method: "POST", route: "create", status: 200 });
    expect(line).to.have.all.keys(...fieldsOfEvery, "route");
    expect(line["ms"]).to.be.a("number").at.least(0);
    const refusal = await lineOf(async () => api.room().get(`/room/${randomUUID()}`));
    expect(refusal).to.include({ severity: "INFO", message: "GET room 404 room-not-found", code: "room-not-found" });
    const burn = await lineOf(async () => api.room().post(`/room/${randomUUID()}/burn`).send({}));
    expect(burn).to.include({ function: "room", route: "burn", status: 400, code: "invalid-request" });
  });

  it("warns of refused floods and of failures, whose stack has a line of its own", async () => {
    const router = Router().get("/", () => {
      throw new TypeError("capacity is not a number");
    });
    const app = host(serve("test", () => Promise.resolve({ router })) as never);
    const lines = await linesOf(async () => supertest(app).get("/"), 1);
    const [failure, answered] = lines;
    expect(failure).to.include({ severity: "ERROR", event: "failure", function: "test", message: "test failed" });
    expect(failure!["stack_trace"]).to.match(/^TypeError: capacity is not a number\n +at .*request-log\.test\.ts/);
    expect(answered).to.include({ severity: "WARNING", event: "request", status: 500, code: "internal" });
    expect(answered!["requestID"]).to.equal(failure!["requestID"]);
    const flooded = host(serve("test", () => Promise.resolve({ router: Router() })) as never);
    const refused = await requestLinesOf(() => flood(flooded), 121);
    expect(refused.at(-1)).to.include({ severity: "WARNING", status: 429, code: "rate-limited" });
  });

  it("says that a caller has left before the answer", async () => {
    const arrivals = new EventEmitter();
    const router = Router().get("/", (_request, response) => void arrivals.emit("arrived", response));
    const server = host(serve("test", () => Promise.resolve({ router })) as never).listen(0, "127.0.0.1");
    await once(server, "listening");
    const line = await lineOf(async () => {
      const request = open({ host: "127.0.0.1", port: (server.address() as AddressInfo).port });
      request.on("error", () => undefined).end();
      const [response] = (await once(arrivals, "arrived")) as [ServerResponse];
      request.destroy();
      await once(response, "close");
    });
    server.close();
    expect(line).to.include({ status: 499, severity: "INFO" });
  });

  it("names a request as the platform does, and tells the caller", async () => {
    let response!: Response;
    const ask = (headers: Record<string, string>) => async () => {
      response = await api.generateID().get("/user/generateID").set(headers);
    };
    for (const headers of [
      { "x-cloud-trace-context": `${trace}/1234;o=1` },
      { traceparent: `00-${trace}-00f067aa0ba902b7-01` },
    ]) {
      const line = await lineOf(ask(headers as Record<string, string>));
      expect(line["requestID"]).to.equal(trace);
      expect(line["logging.googleapis.com/trace"]).to.match(new RegExp(`/traces/${trace}$`));
      expect(response.headers["x-request-id"]).to.equal(trace);
      expect(response.headers["access-control-expose-headers"]).to.include("X-Request-Id");
    }
    const line = await lineOf(ask({ "x-request-id": "chosen", traceparent: "00-chosen-01" }));
    expect(line["requestID"])
      .to.match(/^[0-9a-f]{32}$/)
      .and.to.equal(response.headers["x-request-id"]);
  });

  it("has a room as a pseudonym: the same in every function, another with another secret", async () => {
    const { uuid, hostKey } = await createRoom();
    const ask = () =>
      requestLinesOf(async () => {
        await api.connect().post("/connect").send(connectRequest(uuid));
        await api.room().get(`/room/${uuid.toUpperCase()}`);
        await api
          .room()
          .post(`/room/${uuid}/burn`)
          .send({ hostKey: hostKey.replace(/^./, "_") });
      }, 3);
    const rooms = (lines: readonly LogLine[]) => [...new Set(lines.map(({ room }) => room))];
    const [first, ...others] = rooms(await withLogSecret(logSecret, ask));
    expect(first).to.match(/^[\w-]{16}$/);
    expect(others).to.deep.equal([]);
    expect(rooms(await withLogSecret(`${logSecret}!`, ask))).not.to.include(first);
    expect(rooms(await ask()), "without a secret").to.deep.equal([undefined]);
    const created = await withLogSecret(logSecret, () => lineOf(async () => api.create().post("/create")));
    expect(created["room"])
      .to.match(/^[\w-]{16}$/)
      .and.not.to.equal(first);
  });

  it("takes no short secret for a pseudonym, and says so", async () => {
    const app = host(serve("create", () => import("../../src/routes/create.ts")) as never);
    const lines = await withLogSecret("short", () => linesOf(async () => supertest(app).post("/create"), 1));
    expect(lines[0]).to.include({ severity: "WARNING" });
    expect(lines[0]!["message"]).to.match(/LOG_SECRET/);
    expect(lines.at(-1)).not.to.have.property("room");
  });
});

/** Every value that a caller can choose is a marker of its own. */
function createMarkers() {
  const made = new Set<string>();
  const keep = (marker: string): string => {
    made.add(marker);
    return marker;
  };
  return {
    made,
    word: () => keep(`marker${randomBytes(8).toString("hex")}`),
    uuid: () => keep(randomUUID()),
    key: () => keep(randomBytes(32).toString("base64url")),
    challenge: () => keep(randomBytes(29).toString("base64url")),
  };
}

type Markers = ReturnType<typeof createMarkers>;

const headerNames =
  "accept accept-language authorization cookie dnt forwarded from fastly-client-ip idempotency-key if-none-match origin pragma purpose referer traceparent tracestate true-client-ip user-agent via x-client-data x-cloud-trace-context x-correlation-id x-firebase-appcheck x-forwarded-for x-forwarded-host x-forwarded-proto x-real-ip x-request-id";

function headersOf(markers: Markers): Record<string, string> {
  const names = headerNames.split(" ");
  return Object.fromEntries([...names, markers.word()].map((name) => [name, `${markers.word()},${markers.word()}`]));
}

/** A value that the schema accepts, where the field has one, or a word. */
function valueOf(field: string, markers: Markers, isValid: boolean): unknown {
  if (!isValid) return { [markers.word()]: markers.word() };
  if (["uuid", "userID", "session", "participantID"].includes(field)) return markers.uuid();
  if (["hostKey", "linkProof"].includes(field)) return markers.key();
  if (field === "challenge") return markers.challenge();
  return { constraints: { audio: true, video: true }, capacity: 4, counter: 7 }[field] ?? markers.word();
}

const functionOf = (name: EndpointName): keyof typeof api =>
  name === "create" || name === "connect" || name === "generateID"
    ? name
    : name.startsWith("appCheck")
      ? "appCheck"
      : "room";

async function attack(name: EndpointName, markers: Markers, { isValid, hasMore }: Record<string, boolean>) {
  const { methods, path, request } = endpoints[name];
  const fields = Object.keys((request as unknown as { readonly entries: object }).entries);
  const values = Object.fromEntries(fields.map((field) => [field, valueOf(field, markers, isValid!)]));
  const inPath = /\{(\w+)\}/.exec(path)?.[1];
  const segment = inPath === undefined ? "" : isValid ? String(values[inPath]) : markers.word();
  const body = Object.fromEntries(Object.entries(values).filter(([field]) => field !== inPath));
  if (hasMore) body[markers.word()] = [markers.word()];
  const url = path.replace(/\{\w+\}/, segment) + (hasMore ? `?${markers.word()}=${markers.word()}` : "");
  const asked = api[functionOf(name)]();
  const sent = methods[0] === "GET" ? asked.get(url) : asked.post(url).send(body);
  return sent.set(headersOf(markers));
}

describe("a request whose every field is a marker", () => {
  it("leaves no marker in any line of the log, whatever becomes of it", async function () {
    this.timeout(120_000);
    const markers = createMarkers();
    const names = Object.keys(endpoints) as EndpointName[];
    const statuses = new Set<number>();
    let sent = 0;
    const requests = names.length * 6 + 3;
    const log = await withLogSecret(logSecret, () =>
      logOf(async () => {
        for (const name of names) {
          for (const isValid of [true, false]) {
            for (const hasMore of [true, false]) {
              statuses.add((await attack(name, markers, { isValid, hasMore })).status);
              sent += 1;
            }
          }
          const fn = api[functionOf(name)]();
          statuses.add((await fn.post(`/${markers.word()}/${markers.word()}`).set(headersOf(markers))).status);
          const malformed = fn.post(endpoints[name].path).set("content-type", `text/${markers.word()}`);
          statuses.add((await malformed.send(`{"${markers.word()}`)).status);
          sent += 2;
        }
        // Requests that succeed, and their answers.
        const { body: room } = await api.create().post("/create").send({ password: markers.word() });
        markers.made.add(room.uuid).add(room.hostKey);
        const request = connectRequest(room.uuid, { hostKey: room.hostKey });
        const { body: seat } = await api.connect().post("/connect").send(request);
        for (const value of [request.userID, request.session, seat.token, seat.participantID]) markers.made.add(value);
        // Errors of Firestore name documents, and those of a schema what it has received.
        await changeRoom(room.uuid, { capacity: markers.word() });
        await api.room().get(`/room/${room.uuid}`);
        await firestore().recursiveDelete(firestore().doc(`rooms/${room.uuid}`));
        await functions.sweep.run({ scheduleTime: new Date().toISOString() });
        sent += 3;
      }, requests),
    );
    const lines = log.split("\n").filter((line) => line.includes('"event":"request"'));
    expect([lines.length, sent]).to.deep.equal([requests, requests]);
    expect([...statuses]).to.include.members([400, 404, 415]);
    expect(markers.made.size).to.be.above(1_000);
    expect([...markers.made].filter((marker) => log.includes(marker))).to.deep.equal([]);
  });

  it("is not in the stack of an error either", async () => {
    const [room, participant, key] = [randomUUID(), randomUUID(), randomBytes(32).toString("base64url")];
    const document = firestore().doc(`rooms/${room}/users/${participant}`);
    const router = Router()
      .get("/firestore", async () => void (await document.update({ name: key })))
      .get("/token", () => {
        throw Object.assign(new Error(`Token ${key}.${key} of ${room.replaceAll("-", "")}\n    at ${participant}`));
      });
    const app = host(serve("test", () => Promise.resolve({ router })) as never);
    const log = await logOf(async () => {
      expect((await supertest(app).get("/firestore")).status).to.equal(500);
      expect((await supertest(app).get("/token")).status).to.equal(500);
    }, 2);
    expect(log).to.include("NOT_FOUND").and.to.include("Token …");
    for (const secret of [room, participant, key, room.replaceAll("-", "")]) expect(log).not.to.include(secret);
  });
});
