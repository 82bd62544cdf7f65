import { limits } from "@meetogram/contract";
import { expect } from "chai";
import type { Express } from "express";
import supertest, { type Response } from "supertest";
import { createApp } from "../../src/http/app.ts";
import { createEndpoint } from "../../src/http/endpoint.ts";
import { host } from "../stage/api.ts";
import { expectError } from "../stage/meeting.ts";

const uuid = "9f3c1f52-6c1e-4c8e-9a55-0d6f0b6f8a11";

/** The requests that the endpoint `create` has received. */
const seen: object[] = [];
const create = createEndpoint("create", async (request) => {
  seen.push(request);
  return { uuid, expiresAt: "2030-01-01T00:00:00.000Z", hostKey: "k".repeat(43) };
});
const connect = createEndpoint("connect", () => Promise.reject(new Error("not reached")));
const room = createEndpoint("room", ({ uuid: asked }) =>
  Promise.resolve({
    uuid: asked,
    expiresAt: "2030-01-01T00:00:00.000Z",
    isProtected: false,
    hasLinkProof: false,
    hasWaitingRoom: false,
    capacity: 8,
    participants: 0,
  }),
);
const report = (error: unknown): void => expect.fail(`reported ${String(error)}`);

const plain = createApp({ router: create, report });
const hosts: Record<string, Express> = {
  "a plain server": plain,
  "the functions framework": host((request, response) => void plain(request, response)),
};

beforeEach(() => {
  seen.length = 0;
});

for (const [name, app] of Object.entries(hosts)) {
  describe(`an endpoint on ${name}`, () => {
    const post = (body: string, type = "application/json"): Promise<Response> =>
      Promise.resolve(supertest(app).post("/create").set("content-type", type).send(body));

    it("passes the fields of a JSON body", async () => {
      expect((await post('{"capacity":4}', "application/json; charset=utf-8")).status).to.equal(200);
      expect(seen).to.deep.equal([{ capacity: 4 }]);
    });

    it("accepts a missing body as no fields", async () => {
      expect((await supertest(app).post("/create")).status).to.equal(200);
      expect((await supertest(app).post("/create").set("content-type", "application/json")).status).to.equal(200);
      expect(seen).to.deep.equal([{}, {}]);
    });

    it("refuses a body of one byte too many, and accepts the largest", async () => {
      const empty = '{"password":""}'.length;
      const body = (bytes: number): string => JSON.stringify({ password: "x".repeat(bytes - empty) });
      expectError(await post(body(limits.maxBodyBytes + 1)), 413, "too-large");
      expectError(await post(body(limits.maxBodyBytes)), 400, "invalid-request");
    });

    it("refuses another media type, and none", async () => {
      expectError(await post("{}", "text/plain"), 415, "unsupported-media-type");
      expectError(await post("capacity=4", "application/x-www-form-urlencoded"), 415, "unsupported-media-type");
      expectError(await post("{}", "application/json-seq"), 415, "unsupported-media-type");
    });

    it("refuses JSON that is not an object", async () => {
      expectError(await post("[]"), 400, "invalid-request");
      expectError(await post("[{}]"), 400, "invalid-request");
    });

    for (const [field, body] of [
      ["capacity", { capacity: "4" }],
      ["capacity", { capacity: 2.5 }],
      ["capacity", { capacity: limits.maxCapacity + 1 }],
      ["password", { password: "" }],
      ["password", { password: "x".repeat(limits.maxPasswordLength + 1) }],
      ["password", { password: null }],
      ["color", { color: "red" }],
      ["__proto__", JSON.parse('{"__proto__": {"capacity": 4}}') as object],
    ] as const) {
      it(`names ${field} in ${JSON.stringify(body).slice(0, 40)}, without its value`, async () => {
        const response = await post(JSON.stringify(body));
        expectError(response, 400, "invalid-request");
        expect(response.body.message).to.match(new RegExp(`^${field}: `));
        expect(response.body.message).not.to.match(/x{9}|red/);
        expect(seen).to.deep.equal([]);
      });
    }

    it("refuses a query: it would be ignored", async () => {
      const response = await supertest(app).get("/create?password=secret");
      expectError(response, 400, "invalid-request");
      expect(response.body.message).to.match(/^password: /);
      expect(response.text).not.to.include("secret");
    });

    it("handles a path of slashes", async () => {
      expect((await supertest(app).get("//")).status).to.be.below(500);
    });

    it("names the allowed methods", async () => {
      const response = await supertest(app).put("/create").send({});
      expectError(response, 405, "method-not-allowed");
      expect(response.headers["allow"]).to.equal("POST, GET, HEAD, OPTIONS");
    });

    it("answers HEAD without the effect of GET", async () => {
      const response = await supertest(app).head("/create");
      expect(response.status).to.equal(200);
      expect(seen).to.deep.equal([]);
    });

    it("answers a preflight", async () => {
      const response = await supertest(app)
        .options("/create")
        .set("origin", "https://elsewhere.example")
        .set("access-control-request-method", "POST")
        .set("access-control-request-headers", "content-type");
      expect(response.status).to.equal(204);
      expect(response.headers).to.include({
        "access-control-allow-origin": "*",
        "access-control-allow-headers": "Content-Type, Idempotency-Key, X-Firebase-AppCheck",
        "access-control-allow-methods": "POST, GET, HEAD, OPTIONS",
      });
    });

    it("is open to every origin, and never cached", async () => {
      const { headers } = await supertest(app).get("/create").set("origin", "https://elsewhere.example");
      expect(headers).to.include({ "access-control-allow-origin": "*", "cache-control": "no-store" });
      expect(headers).not.to.have.any.keys("access-control-allow-credentials", "etag", "set-cookie");
    });

    for (const path of ["/nothing", "/create/nothing", "/user", "//create/x"]) {
      it(`answers not-found at ${path}`, async () => {
        expectError(await supertest(app).get(path), 404, "not-found");
      });
    }
  });
}

describe("an endpoint on a plain server", () => {
  // The functions framework parses JSON before it calls the function, and answers these itself.
  for (const [what, body] of [
    ["text", "{capacity: 4}"],
    ["a half of an object", '{"capacity":'],
    ["bytes that are not UTF-8", Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
    ["null", "null"],
    ["a number", "4"],
  ] as const) {
    it(`refuses ${what} for JSON`, async () => {
      const server = supertest(plain).post("/create").set("content-type", "application/json");
      const response = await server.serialize((sent: unknown) => sent as string).send(body);
      expectError(response, 400, "invalid-request");
    });
  }

  it("refuses a path that cannot be decoded", async () => {
    const app = createApp({ router: room, report });
    expectError(await supertest(app).get("/room/%ff"), 400, "invalid-request");
  });

  it("reads the fields of a GET from its path", async () => {
    const app = createApp({ router: room, report });
    expect((await supertest(app).get(`/room/${uuid}`)).body.uuid).to.equal(uuid);
    expect((await supertest(app).get(`/${uuid}`)).body.uuid).to.equal(uuid);
    expect((await supertest(app).get(`/v1/room/${uuid}`)).body.uuid).to.equal(uuid);
    expectError(await supertest(app).get(`/v2/room/${uuid}`), 404, "not-found");
    expectError(await supertest(app).get(`/room/${uuid}/more`), 404, "not-found");
  });

  it("reads the fields of a POST from its path and its body, and refuses a field in both", async () => {
    const asked: object[] = [];
    const burn = createEndpoint("burn", async (request) => {
      asked.push(request);
      return { uuid: request.uuid };
    });
    const app = createApp({ router: burn, report });
    const post = (path: string, body: object): Promise<Response> =>
      Promise.resolve(supertest(app).post(path).send(body));
    const hostKey = "k".repeat(43);
    for (const path of [`/room/${uuid}/burn`, `/v1/room/${uuid}/burn`, `/${uuid}/burn`]) {
      expect((await post(path, { hostKey })).status, path).to.equal(200);
    }
    expect(asked).to.deep.equal(Array(3).fill({ uuid, hostKey }));
    expectError(await post(`/room/${uuid}/burn`, { uuid, hostKey }), 400, "invalid-request");
  });

  it("has no HEAD if it has no GET", async () => {
    const app = createApp({ router: connect, report });
    const response = await supertest(app).head("/connect");
    expect(response.status).to.equal(405);
    expect(response.headers["allow"]).to.equal("POST, OPTIONS");
  });
});
