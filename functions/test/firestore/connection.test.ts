import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { expect } from "chai";
import { Connection, FirestoreError } from "../../src/firestore/connection.ts";

const name = "projects/p/databases/(default)/documents/rooms/0e7c/users/5f1b";

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** Answers one after another, the last one again and again. Resolves to what was asked. */
async function withServer(answers: readonly Answer[], task: (connection: Connection) => Promise<void>) {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    const { status, body } = answers[Math.min(asked.length, answers.length) - 1]!;
    response.writeHead(status).end(typeof body === "string" ? body : JSON.stringify(body));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    await task(new Connection({ origin, projectID: "p", getAccessToken: () => Promise.resolve("secret") }));
  } finally {
    server.closeAllConnections();
    server.close();
  }
  return asked;
}

const errorOf = (call: Promise<unknown>) =>
  call.then(
    () => expect.fail("It was answered."),
    (error: unknown) => error as FirestoreError,
  );

describe("a connection to Firestore", () => {
  it("asks as the documentation says, with an access token", async () => {
    const asked = await withServer([{ status: 200, body: { commitTime: "now" } }], async (connection) => {
      expect(await connection.call("commit", { writes: [] })).to.deep.equal({ commitTime: "now" });
      await connection.call("runQuery", {}, "rooms/0e7c");
    });
    const root = "/v1/projects/p/databases/(default)/documents";
    expect(asked.map(({ method, url }) => [method, url])).to.deep.equal([
      ["POST", `${root}:commit`],
      ["POST", `${root}/rooms/0e7c:runQuery`],
    ]);
    expect(asked[0]!.headers).to.include({ authorization: "Bearer secret", "content-type": "application/json" });
  });

  it("asks again while Firestore is not available, up to four times", async function () {
    this.timeout(30_000);
    const unavailable = { status: 503, body: { error: { code: 503, status: "UNAVAILABLE", message: "Soon." } } };
    const twice = await withServer(
      [unavailable, { status: 503, body: "<html>" }, { status: 200, body: [] }],
      async (c) => {
        expect(await c.call("batchGet", {})).to.deep.equal([]);
      },
    );
    expect(twice).to.have.length(3);
    const always = await withServer([unavailable], async (connection) => {
      expect((await errorOf(connection.call("batchGet", {}))).code).to.equal("UNAVAILABLE");
    });
    expect(always).to.have.length(4);
    const nobody = new Connection({ origin: "http://127.0.0.1:1", projectID: "p", getAccessToken: async () => "" });
    expect((await errorOf(nobody.call("batchGet", {}))).code).to.equal("UNAVAILABLE");
  });

  it("tells other errors at once, also at the end of a list", async () => {
    const error = { code: 409, status: "ABORTED", message: "Too much contention." };
    for (const answer of [
      { status: 409, body: { error } },
      { status: 409, body: [{ error }] },
      { status: 200, body: [{ document: { name } }, { error }] },
    ]) {
      const asked = await withServer([answer], async (connection) => {
        const told = await errorOf(connection.call("runQuery", {}));
        expect(told).to.be.instanceOf(FirestoreError);
        expect([told.code, told.message]).to.deep.equal(["ABORTED", "ABORTED: Too much contention."]);
      });
      expect(asked).to.have.length(1);
    }
    await withServer([{ status: 400, body: "Bad request" }], async (connection) => {
      expect((await errorOf(connection.call("commit", {}))).message).to.equal("UNKNOWN: status 400");
    });
  });

  it("names no room in an error", async () => {
    const error = { code: 404, status: "NOT_FOUND", message: `No document to update: ${name}` };
    await withServer([{ status: 404, body: { error } }], async (connection) => {
      const { message, stack } = await errorOf(connection.call("commit", {}));
      expect(message).to.equal("NOT_FOUND: No document to update: projects/p/databases/(default)/documents/…");
      expect(stack).not.to.match(/0e7c|5f1b|secret/);
    });
  });
});
