// The client against meetogram's own functions.
import { randomUUID } from "node:crypto";
import { endpoints, type EndpointName } from "@meetogram/contract";
import { expect } from "chai";
import * as v from "valibot";
import { ApiError, createClient, type Client } from "../src/index.ts";
import { getOrigin } from "./stage/origin.ts";
import { validRequests, newPerson } from "./stage/scenes.ts";

describe("the client and the functions", () => {
  let client: Client;
  let url: string;

  before(async function () {
    ({ url } = await getOrigin(this));
    client = createClient({ baseURL: url });
  });

  function codeOf(asking: Promise<unknown>): Promise<string> {
    return asking.then(
      () => "none",
      (error: unknown) => (error instanceof ApiError ? error.code : String(error)),
    );
  }

  for (const name of Object.keys(endpoints) as EndpointName[]) {
    it(`${name} is answered as the contract says`, async () => {
      const fields = await validRequests[name]({ client, url });
      const methods = client as unknown as Record<string, (...args: object[]) => Promise<unknown>>;
      const method = methods[name === "create" ? "createRoom" : name] ?? expect.fail("there is no such method");
      const answer = await (name === "generateID" ? method() : method(fields));
      expect(v.parse(endpoints[name].response, answer)).to.deep.equal(answer);
    });
  }

  it("creates a room, takes a seat in it, and gets the same seat again", async () => {
    const { uuid, hostKey } = await client.createRoom({ password: "open sesame" });
    const { userID } = await client.generateID();
    const request = { ...newPerson(), uuid, userID, hostKey, password: "open sesame" };
    const seat = await client.connect(request);
    expect(seat.role).to.equal("host");
    expect((await client.connect(request)).participantID).to.equal(seat.participantID);
    expect(await client.room({ uuid })).to.include({ uuid, isProtected: true });
    expect(await codeOf(client.connect({ ...newPerson(), uuid, password: "open barley" }))).to.equal("wrong-password");
  });

  it("creates one room for one idempotency key", async () => {
    const idempotencyKey = randomUUID();
    const first = await client.createRoom({ capacity: 3 }, { idempotencyKey });
    expect((await client.createRoom({ capacity: 3 }, { idempotencyKey })).uuid).to.equal(first.uuid);
    expect((await client.createRoom({ capacity: 3 })).uuid).not.to.equal(first.uuid);
    expect(await codeOf(client.createRoom({ capacity: 4 }, { idempotencyKey }))).to.equal("idempotency-conflict");
  });

  it("burns a room, and nothing of it is stored then", async () => {
    const { uuid, hostKey } = await client.createRoom();
    await client.burn({ uuid, hostKey });
    expect(await codeOf(client.stored({ uuid }))).to.equal("room-not-found");
  });
});
