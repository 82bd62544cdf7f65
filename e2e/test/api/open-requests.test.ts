// The open requests over HTTP, as any developer would call them: through the rewrites of Hosting
// and the functions' emulator.
import { randomUUID } from "node:crypto";
import { expect } from "chai";
import { endpoints, errorStatuses, isErrorCode, limits } from "@meetogram/contract";
import * as v from "valibot";
import { getSystem, useSystem } from "../support/system.ts";

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly json: Record<string, unknown>;
}

async function request(path: string, init?: RequestInit): Promise<Answer> {
  const response = await fetch((await getSystem()).url + path, init);
  const text = await response.text();
  return { status: response.status, text, json: JSON.parse(text) as Record<string, unknown> };
}

function post(path: string, body: unknown): Promise<Answer> {
  return request(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
}

function expectError(answer: Answer, code: keyof typeof errorStatuses): void {
  expect(answer.json).to.have.all.keys("code", "message");
  expect(answer.json["code"]).to.equal(code);
  expect(isErrorCode(answer.json["code"])).to.equal(true);
  expect(answer.status).to.equal(errorStatuses[code]);
  expect(answer.text).not.to.match(/\bat .*\.(c|m)?[jt]s:|node_modules|stack/);
}

function createConnect(uuid: string): Record<string, unknown> {
  return { uuid, userID: randomUUID(), session: randomUUID(), constraints: { audio: true, video: false } };
}

describe("the open requests over HTTP", () => {
  useSystem();

  it("creates a room by POST and by GET, and answers as the contract says", async () => {
    for (const answer of [
      await post("/create", {}),
      await request("/create"),
      await request("/create", { method: "POST" }),
    ]) {
      expect(answer.status).to.equal(200);
      expect(v.safeParse(endpoints.create.response, answer.json).success).to.equal(true);
    }
  });

  it("generates a user ID, describes a room and connects to it", async () => {
    const user = await post("/user/generateID", {});
    expect(v.is(endpoints.generateID.response, user.json)).to.equal(true);
    const { uuid } = (await post("/create", {})).json as { uuid: string };
    const room = await request(`/room/${uuid}`);
    expect(v.is(endpoints.room.response, room.json)).to.equal(true);
    expect(room.json).to.include({ uuid, isProtected: false, participants: 0, capacity: limits.defaultCapacity });
    const seat = await post("/connect", { ...createConnect(uuid), userID: user.json["userID"] });
    expect(v.is(endpoints.connect.response, seat.json)).to.equal(true);
    expect(seat.json["participantID"]).not.to.equal(user.json["userID"]);
  });

  it("refuses malformed JSON, wrong types, missing and unknown fields", async () => {
    const { uuid } = (await post("/create", {})).json as { uuid: string };
    const good = createConnect(uuid);
    const { session, ...incomplete } = good;
    expect(session).to.be.a("string");
    for (const body of [
      incomplete,
      { ...good, uuid: 7 },
      { ...good, constraints: "all" },
      { ...good, constraints: { audio: "yes", video: true } },
      { ...good, userID: "../../etc/passwd" },
      { ...good, isAdmin: true },
      [],
      null,
      "text",
    ]) {
      expectError(await post("/connect", body), "invalid-request");
    }
    for (const body of ["{", "", "{'a': 1}", '"\u0000']) {
      const init = { method: "POST", headers: { "content-type": "application/json" }, body };
      expectError(await request("/connect", init), "invalid-request");
    }
    expectError(await request("/connect", { method: "POST", body: JSON.stringify(good) }), "unsupported-media-type");
  });

  it("answers 404 for an unknown room, whatever the request", async () => {
    expectError(await request(`/room/${randomUUID()}`), "room-not-found");
    expectError(await post("/connect", createConnect(randomUUID())), "room-not-found");
    expectError(await request("/room/nonsense"), "invalid-request");
  });

  it("refuses a body over 16 kB", async () => {
    expectError(await post("/create", { password: "x".repeat(limits.maxBodyBytes) }), "too-large");
  });

  it("refuses the same user in another session unless it takes over", async () => {
    const { uuid } = (await post("/create", {})).json as { uuid: string };
    const first = createConnect(uuid);
    expect((await post("/connect", first)).status).to.equal(200);
    expect((await post("/connect", first)).status).to.equal(200);
    const second = { ...first, session: randomUUID() };
    expectError(await post("/connect", second), "already-connected");
    expect((await post("/connect", { ...second, takeOver: true })).status).to.equal(200);
  });

  it("serves the pages with security headers", async () => {
    const { url } = await getSystem();
    for (const path of ["/", `/r/${randomUUID()}`]) {
      const { headers } = await fetch(url + path);
      expect(headers.get("content-type")).to.include("text/html");
      expect(headers.get("referrer-policy")).to.equal("no-referrer");
      expect(headers.get("content-security-policy")).to.include("default-src 'none'").and.not.include("unsafe");
      expect(headers.get("permissions-policy")).to.include("camera=(self)");
      expect(headers.get("x-content-type-options")).to.equal("nosniff");
    }
    expect((await fetch(`${url}/assets/missing.js`)).status).to.equal(404);
  });
});
