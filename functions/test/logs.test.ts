// All log lines of a run with failures of every kind. None identifies a person or gives access to a
// room.
import { randomUUID } from "node:crypto";
import { expect } from "chai";
import type { Response } from "supertest";
import * as functions from "../src/index.ts";
import { api } from "./stage/api.ts";
import { logOf } from "./stage/log.ts";
import { changeRoom, connectRequest, createRoom } from "./stage/meeting.ts";

const address = "198.51.100.23";
const password = "correct horse battery staple";
const sdp = "v=0 o=- 46117317 2 IN IP4 192.168.77.5 a=fingerprint:sha-256";

describe("the logs of a whole run", () => {
  it("have no address, token, password, key, user or session", async function () {
    this.timeout(60_000);
    const secrets = new Set<string>([address, "198.51.100", password, sdp, "192.168.77.5", "Bearer"]);
    const ask = async (fn: keyof typeof api, path: string, body?: object): Promise<Response> => {
      const request = body === undefined ? api[fn]().get(path) : api[fn]().post(path).send(body);
      return request
        .set({ "x-forwarded-for": address, "fastly-client-ip": address })
        .set({ authorization: "Bearer abcdef", "idempotency-key": randomUUID() });
    };
    const log = await logOf(async () => {
      const { uuid, hostKey } = (await ask("create", "/create", { password })).body as Record<string, string>;
      const key = uuid!;
      const request = connectRequest(key, { password, hostKey: hostKey! });
      const seated = (await ask("connect", "/connect", request)).body as Record<string, string>;
      for (const secret of [key, hostKey, request.userID, request.session, seated["token"], seated["participantID"]]) {
        expect(secret).to.be.a("string");
        secrets.add(secret!);
      }
      await ask("connect", "/connect", { ...request, password: `${password}!` });
      await ask("connect", "/connect", { ...request, sdp });
      await ask("room", `/room/${key}`);
      await ask("room", `/room/${key}/stored`);
      await ask("room", `/room/${key}?password=${encodeURIComponent(password)}`);
      // Unexpected errors: documents of a wrong shape.
      await changeRoom(key, { capacity: sdp, removed: [password], expireAt: address });
      expect((await ask("room", `/room/${key}`)).status).to.equal(500);
      expect((await ask("connect", "/connect", request)).status).to.equal(500);
      expect((await ask("room", `/room/${key}/remove`, { participantID: randomUUID(), hostKey })).status).to.equal(500);
      expect((await ask("room", `/room/${key}/burn`, { hostKey })).status).to.equal(500);
      const other = await createRoom();
      secrets.add(other.uuid).add(other.hostKey);
      expect((await ask("room", `/room/${other.uuid}/burn`, { hostKey: other.hostKey })).status).to.equal(200);
      await functions.sweep.run({ scheduleTime: new Date().toISOString() });
    });
    expect(log.match(/"severity":"ERROR"/g), "failures are logged").to.have.length(4);
    expect(log).to.include("Swept");
    for (const secret of secrets) {
      expect(log.includes(secret), `the log tells ${secret}`).to.equal(false);
    }
  });
});
