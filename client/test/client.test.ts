// The client against a server that fails in every way a network and a server can.
import { expect } from "chai";
import { ApiError, createClient, type Client } from "../src/index.ts";
import { startFaultyServer, type Behaviour, type FaultyServer } from "./stage/faulty-server.ts";

const uuid = "6ff6f4b2-7d0d-4f8c-9f0c-0f4ad4a2f8b1";
const user: Behaviour = { status: 200, json: { userID: uuid } };
const created: Behaviour = {
  status: 200,
  json: { uuid, expiresAt: "2030-01-01T00:00:00.000Z", hostKey: "k".repeat(43) },
};
const unavailable: Behaviour = { status: 503, text: "<h1>Service Unavailable</h1>" };
const internal: Behaviour = { status: 500, json: { code: "internal", message: "Ours." } };
const seat = { uuid, userID: uuid, session: uuid, constraints: { audio: true, video: true } };

describe("the client", () => {
  let server: FaultyServer;
  let client: Client;

  async function serve(...behaviours: readonly Behaviour[]): Promise<void> {
    server = await startFaultyServer(...behaviours);
    client = createClient({ baseURL: server.url });
  }

  async function expectFailure(asking: Promise<unknown>): Promise<ApiError> {
    const failure = await asking.then(
      () => expect.fail("it was answered"),
      (error: unknown) => error,
    );
    expect(failure).to.be.instanceOf(ApiError);
    return failure as ApiError;
  }

  afterEach(() => server.close());

  it("posts a request as JSON", async () => {
    await serve(created);
    expect(await client.createRoom({ capacity: 4 })).to.deep.include({ uuid });
    expect(server.requests).to.have.length(1);
    expect(server.requests[0]).to.include({ method: "POST", url: "/create", body: '{"capacity":4}' });
    expect(server.requests[0]?.headers).to.include({ "content-type": "application/json" });
    expect(server.requests[0]?.headers).not.to.have.any.keys("cookie", "idempotency-key");
  });

  it("puts a field that the path names into the path, escaped", async () => {
    await serve({ status: 200, json: {} });
    await client.room({ uuid: "../create?x#y" });
    expect(server.requests[0]).to.include({ method: "GET", url: "/room/..%2Fcreate%3Fx%23y", body: "" });
  });

  it("takes only options if a request has no fields", async () => {
    await serve(user);
    await client.generateID({ signal: new AbortController().signal });
    expect(server.requests[0]).to.include({ url: "/user/generateID", body: "{}" });
  });

  describe("distinguishes failures", () => {
    it("by the server's code, status, message and delay", async () => {
      const message = "Too many requests from this address.";
      await serve({ status: 429, json: { code: "rate-limited", message }, headers: { "retry-after": "7" } });
      const failure = await expectFailure(client.generateID());
      expect(failure).to.include({ code: "rate-limited", status: 429, retryAfterMs: 7_000, message });
    });

    it("tells which request it was", async () => {
      await serve({ status: 500, json: { code: "internal", message: "." }, headers: { "x-request-id": "4bf92f35" } });
      expect(await expectFailure(client.createRoom())).to.include({ code: "internal", requestID: "4bf92f35" });
    });

    it("gives no delay if the server gave none", async () => {
      await serve({ status: 404, json: { code: "room-not-found", message: "No." } });
      expect(await expectFailure(client.room({ uuid }))).to.include({
        code: "room-not-found",
        retryAfterMs: undefined,
      });
    });

    it("maps an unknown code to internal", async () => {
      await serve({ status: 418, json: { code: "toString", message: "?" } });
      expect(await expectFailure(client.generateID())).to.include({ code: "internal", status: 418 });
    });

    it("reports an answer of something else as a network error", async () => {
      await serve({ status: 200, text: "<html>Sign in to the hotel's network</html>" });
      expect(await expectFailure(client.createRoom())).to.include({ code: "network", status: 200 });
      server.close();
      await serve({ status: 200, text: "null" });
      expect(await expectFailure(client.createRoom())).to.include({ code: "network", status: 200 });
    });

    it("reports that nothing listens at the address", async () => {
      await serve(user);
      server.close();
      expect(await expectFailure(client.createRoom())).to.include({ code: "network", status: 0 });
    });
  });

  describe("where App Check is on", () => {
    const required: Behaviour = { status: 401, json: { code: "app-check-required", message: "." } };

    function keepTokens(...tokens: string[]) {
      const refusals: (string | undefined)[] = [];
      let token: string | undefined;
      const renew = async (refused: string | undefined) => {
        refusals.push(refused);
        token = tokens.shift();
      };
      client = createClient({ baseURL: server.url, retries: 0, appCheck: { token: () => token, renew } });
      return refusals;
    }

    const sentTokens = () => server.requests.map(({ headers }) => headers["x-firebase-appcheck"]);

    it("asks for a token when the server does, and sends it with every further request", async () => {
      await serve(required, created, user);
      const refusals = keepTokens("a");
      await client.createRoom();
      await client.generateID();
      expect(refusals).to.deep.equal([undefined]);
      expect(sentTokens()).to.deep.equal([undefined, "a", "a"]);
    });

    it("asks for another when the server refuses one, once for each request", async () => {
      await serve(required);
      const refusals = keepTokens("a", "b");
      expect((await expectFailure(client.generateID())).code).to.equal("app-check-required");
      expect((await expectFailure(client.generateID())).code).to.equal("app-check-required");
      expect(refusals).to.deep.equal([undefined, "a"]);
      expect(sentTokens()).to.deep.equal([undefined, "a", "a", "b"]);
    });

    it("tells who has no tokens", async () => {
      await serve(required);
      expect((await expectFailure(client.createRoom())).code).to.equal("app-check-required");
      expect(server.requests).to.have.length(1);
    });
  });

  describe("retries", () => {
    const faults: readonly Behaviour[] = ["drop", "drop-midway", unavailable, internal];

    for (const fault of faults) {
      it(`after ${typeof fault === "string" ? fault : fault.status}, if that is safe`, async () => {
        await serve(fault, user);
        expect(await client.generateID()).to.deep.equal({ userID: uuid });
        expect(server.requests).to.have.length(2);
      });
    }

    it("with the same body, for connect and for reads", async () => {
      await serve("drop", { status: 200, json: {} });
      await client.connect(seat);
      expect(server.requests.map(({ body }) => body)).to.deep.equal([JSON.stringify(seat), JSON.stringify(seat)]);
      server.close();
      await serve(unavailable, { status: 200, json: {} });
      await client.room({ uuid });
      expect(server.requests).to.have.length(2);
    });

    it("for a new room only with an idempotency key, the same each time", async () => {
      await serve("drop", created);
      expect(await expectFailure(client.createRoom())).to.include({ code: "network", status: 0 });
      expect(server.requests).to.have.length(1);
      server.close();
      await serve("drop", created);
      await client.createRoom({}, { idempotencyKey: "wanted-once" });
      expect(server.requests.map(({ headers }) => headers["idempotency-key"])).to.deep.equal([
        "wanted-once",
        "wanted-once",
      ]);
    });

    it("twice by default, or as often as configured", async () => {
      await serve("drop");
      expect((await expectFailure(client.generateID())).code).to.equal("network");
      expect(server.requests).to.have.length(3);
      const once = createClient({ baseURL: server.url, retries: 0 });
      await expectFailure(once.generateID());
      expect(server.requests).to.have.length(4);
    });

    it("never after a refusal", async () => {
      await serve({ status: 429, json: { code: "rate-limited", message: "." }, headers: { "retry-after": "0" } });
      await expectFailure(client.generateID());
      server.close();
      await serve({ status: 409, json: { code: "room-full", message: "." } });
      await expectFailure(client.connect(seat));
      expect(server.requests).to.have.length(1);
    });

    it("never if the server asks for a long wait", async () => {
      await serve({ status: 503, json: { code: "internal", message: "." }, headers: { "retry-after": "60" } });
      expect(await expectFailure(client.generateID())).to.include({ status: 503, retryAfterMs: 60_000 });
      expect(server.requests).to.have.length(1);
    });
  });

  describe("rejects with the reason of an abort", () => {
    const reason = new Error("The person went elsewhere.");

    async function abortWhenAsked(...behaviours: readonly Behaviour[]): Promise<unknown> {
      await serve(...behaviours);
      const controller = new AbortController();
      const asking = client.generateID({ signal: controller.signal }).catch((error: unknown) => error);
      await server.waitForRequests(1);
      controller.abort(reason);
      return asking;
    }

    it("while a slow server works", async () => {
      expect(await abortWhenAsked("hang")).to.equal(reason);
    });

    it("between two attempts, and makes no other", async () => {
      expect(await abortWhenAsked({ ...internal, headers: { "retry-after": "5" } })).to.equal(reason);
      expect(server.requests).to.have.length(1);
    });

    it("before the first attempt", async () => {
      await serve(user);
      const aborted = client.generateID({ signal: AbortSignal.abort(reason) });
      expect(await aborted.catch((error: unknown) => error)).to.equal(reason);
      expect(server.requests).to.have.length(0);
    });

    it("by the caller's time limit", async () => {
      await serve("hang");
      const failure = await client.room({ uuid }, { signal: AbortSignal.timeout(30) }).catch((error: unknown) => error);
      expect(failure).to.include({ name: "TimeoutError" });
    });
  });
});
