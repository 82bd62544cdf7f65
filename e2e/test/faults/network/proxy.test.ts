// The faults of the proxy are tested too: a test of recovery is worth as much as its fault.
import { createServer, type Server } from "node:http";
import { expect } from "chai";
import { startProxy, type Proxy } from "../../support/network/proxy.ts";

describe("the fault proxy", () => {
  let server: Server;
  let proxy: Proxy;

  beforeEach(async () => {
    server = createServer((request, response) => {
      request.on("data", (chunk: Buffer) => response.write(chunk));
      request.on("end", () => response.end("."));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    proxy = await startProxy(typeof address === "object" && address !== null ? address.port : 0);
  });

  afterEach(async () => {
    await proxy.close();
    server.closeAllConnections();
    server.close();
  });

  async function ask(body = "hello", signal: AbortSignal | null = null): Promise<string> {
    return (await fetch(proxy.origin, { method: "POST", body, signal })).text();
  }

  /** The outcome of a promise after the given time at most. */
  async function within(promise: Promise<string>, ms: number): Promise<string> {
    const late = new Promise<string>((resolve) => setTimeout(() => resolve("nothing yet"), ms));
    return Promise.race([promise.catch(() => "failed"), late]);
  }

  it("forwards everything, long bodies included", async () => {
    const long = "0123456789".repeat(100_000);
    expect(await ask(long)).to.equal(`${long}.`);
  });

  it("delays each direction by the given time", async () => {
    await ask();
    proxy.delay(60);
    const sentAtMs = performance.now();
    expect(await ask()).to.equal("hello.");
    expect(performance.now() - sentAtMs).to.be.at.least(119);
  });

  it("fails new and pending requests while it refuses, and serves new ones after it is restored", async () => {
    proxy.delay(60_000);
    const begun = ask();
    await new Promise((resolve) => server.once("connection", resolve));
    proxy.refuse();
    expect(await within(begun, 15_000)).to.equal("failed");
    expect(await within(ask(), 15_000)).to.equal("failed");
    proxy.restore();
    expect(await ask()).to.equal("hello.");
  });

  it("passes nothing on while it holds, and delivers everything after it is restored", async () => {
    await ask();
    proxy.hold();
    const asked = ask("late");
    expect(await within(asked, 200)).to.equal("nothing yet");
    proxy.restore();
    expect(await asked).to.equal("late.");
  });

  it("records what passes in both directions", async () => {
    const read = proxy.record();
    await ask("a secret");
    const [sent, answered] = read();
    expect(sent).to.include("a secret");
    expect(answered).to.include("a secret");
  });
});
