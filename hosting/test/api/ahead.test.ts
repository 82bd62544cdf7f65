import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect } from "chai";
import { fetchOrTake, sendAhead } from "../../src/api/ahead.ts";

describe("requests ahead", () => {
  let server: Server;
  let origin: string;
  const asked: string[] = [];

  before(async () => {
    server = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      response.end(JSON.stringify({ number: asked.length }));
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => server.close());
  beforeEach(() => asked.splice(0));

  const numberOf = async (response: Response) => ((await response.json()) as { number: number }).number;

  it("are answered once, to whoever sends the same", async () => {
    sendAhead(`${origin}/room/1`);
    expect(await numberOf(await fetchOrTake(`${origin}/room/1`, { method: "GET" }))).to.equal(1);
    expect(await numberOf(await fetchOrTake(`${origin}/room/1`, { method: "GET" }))).to.equal(2);
  });

  it("are not answered to another path, method, body, or a request with a token", async () => {
    const post = { method: "POST", body: "{}" };
    sendAhead(`${origin}/ahead`, post);
    const others: [string, RequestInit][] = [
      [`${origin}/another`, post],
      [`${origin}/ahead`, { method: "GET" }],
      [`${origin}/ahead`, { ...post, body: '{"a":1}' }],
    ];
    for (const [path, init] of others) await fetchOrTake(path, init);
    await fetchOrTake(`${origin}/ahead`, { ...post, headers: { "x-firebase-appcheck": "token" } });
    expect(asked).to.have.length(5);
  });

  it("fail where they are taken", async () => {
    sendAhead("http://127.0.0.1:1/");
    const failure = await fetchOrTake("http://127.0.0.1:1/", {}).catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(TypeError);
  });
});
