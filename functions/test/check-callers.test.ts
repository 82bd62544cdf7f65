// scripts/check-callers.ts, against the function behind a stand-in for the platform: Google's front
// end adds the address that it saw, and so does the proxy of Hosting before it.
import { execFile } from "node:child_process";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer, type Server } from "node:http";
import { expect } from "chai";
import { createApp, type AppOptions } from "../src/http/app.ts";
import { router } from "../src/routes/generate-id.ts";

const person = "192.0.2.7";
const proxy = "203.0.113.9";
const script = new URL("../../scripts/check-callers.ts", import.meta.url).pathname;

describe("the check of a deployment's callers", function () {
  this.timeout(60_000);
  const servers: Server[] = [];

  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });

  async function serve(listener: Parameters<typeof createServer>[1]): Promise<string> {
    const server = createServer(listener);
    servers.push(server);
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  /** What the script prints, and its exit code. */
  async function check(options: Partial<AppOptions>): Promise<{ code: number; text: string }> {
    const app = createApp({ router, report: () => undefined, ...options });
    const behind = (...added: string[]) =>
      serve((request, response) => {
        request.headers["x-forwarded-for"] = [request.headers["x-forwarded-for"], ...added].join(", ");
        app(request, response);
      });
    const urls = [await behind(person, proxy), `${await behind(person)}/`];
    return new Promise((resolve) => {
      execFile(process.execPath, ["--import", "tsx", script, ...urls], (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : Number(error.code), text: stdout + stderr });
      });
    });
  }

  it("passes where both ways lead to the same caller", async () => {
    const { code, text } = await check({ trustedProxies: ["203.0.113.0/24"] });
    expect([code, text.split("\n").at(-2)]).to.deep.equal([0, "Both ways you are the same caller."]);
  });

  it("says that the proxy of Hosting is taken for the caller", async () => {
    const { code, text } = await check({});
    expect([code, text]).to.satisfy(() => code === 1 && text.includes("Put its network into TRUSTED_PROXIES"));
  });

  it("says that headers decide", async () => {
    const { code, text } = await check({ trustedProxies: ["0.0.0.0/1", "128.0.0.0/1"] });
    expect([code, text.split(":")[1]]).to.deep.equal([
      1,
      " FORGED. Other headers make another caller. TRUSTED_PROXIES names too much.\n",
    ]);
  });

  it("says that nobody is limited", async () => {
    const { code, text } = await check({ hasPlatform: false });
    expect([code, text]).to.satisfy(() => code === 1 && text.includes("limits nobody"));
  });
});
