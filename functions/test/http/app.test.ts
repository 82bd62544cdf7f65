import { expect } from "chai";
import { Router } from "express";
import supertest from "supertest";
import { ApiError } from "../../src/api-error.ts";
import { createApp } from "../../src/http/app.ts";
import { expectError } from "../stage/meeting.ts";

function failing(error: unknown): { app: ReturnType<typeof createApp>; reported: unknown[] } {
  const reported: unknown[] = [];
  const router = Router().get("/", () => {
    throw error;
  });
  return { app: createApp({ router, report: (what) => reported.push(what) }), reported };
}

describe("the application around a route", () => {
  it("answers an unexpected error without any detail, and reports it", async () => {
    const error = new Error("password hunter2 of 192.0.2.1 was wrong");
    const { app, reported } = failing(error);
    const response = await supertest(app).get("/");
    expectError(response, 500, "internal");
    expect(response.text).not.to.match(/hunter2|192|Error|app\.test/);
    expect(reported).to.deep.equal([error]);
  });

  it("answers an expected error with its Retry-After, and reports nothing", async () => {
    const { app, reported } = failing(new ApiError("rate-limited", "Slowly.", 7));
    const response = await supertest(app).get("/");
    expectError(response, 429, "rate-limited");
    expect(response.headers["retry-after"]).to.equal("7");
    expect(response.headers["access-control-expose-headers"]).to.equal(
      "Retry-After, RateLimit, RateLimit-Policy, X-Request-Id",
    );
    expect(reported).to.deep.equal([]);
  });

  it("answers a thrown string like any other error", async () => {
    const { app, reported } = failing("nonsense");
    expectError(await supertest(app).get("/"), 500, "internal");
    expect(reported).to.deep.equal(["nonsense"]);
  });

  it("answers in time if a route does not, and reports it", async () => {
    const reported: unknown[] = [];
    const router = Router().get("/", () => new Promise<never>(() => undefined));
    const app = createApp({ router, report: (what) => reported.push(what), timeoutMs: 20 });
    expectError(await supertest(app).get("/"), 500, "internal");
    expect(String(reported[0])).to.equal("Error: No answer within 20 ms.");
  });

  describe("limits callers", () => {
    const router = Router().get("/", (_request, response) => void response.json({}));
    const status = async (app: ReturnType<typeof createApp>, headers: Record<string, string>): Promise<number> =>
      (await supertest(app).get("/").set(headers)).status;

    it("each address separately, and admits it again after a while", async () => {
      let nowMs = 0;
      const app = createApp({ router, report: () => undefined, requestsPerMinute: 2, now: () => nowMs });
      const ask = (address: string): Promise<number> => status(app, { "x-forwarded-for": `10.0.0.1, ${address}` });
      expect([await ask("192.0.2.1"), await ask("192.0.2.1"), await ask("192.0.2.1")]).to.deep.equal([200, 200, 429]);
      expect(await ask("192.0.2.2"), "another address").to.equal(200);
      nowMs += 30_000;
      expect([await ask("192.0.2.1"), await ask("192.0.2.1")], "half a minute later").to.deep.equal([200, 429]);
    });

    it("by the person behind a trusted proxy, and by the proxy with twenty times the limit", async () => {
      const options = { router, report: () => undefined, requestsPerMinute: 1, now: () => 0 };
      const app = createApp({ ...options, trustedProxies: ["192.0.2.0/24"] });
      const ask = (client: string): Promise<number> => status(app, { "x-forwarded-for": `${client}, 192.0.2.1` });
      expect([await ask("198.51.100.1"), await ask("198.51.100.1")]).to.deep.equal([200, 429]);
      const others: number[] = [];
      for (let index = 2; index <= 20; index += 1) {
        others.push(await ask(`198.51.100.${index}`));
      }
      expect(others.filter((code) => code === 200)).to.have.length(18);
    });

    it("reports the remaining requests in every answer", async () => {
      const app = createApp({ router, report: () => undefined, requestsPerMinute: 2, now: () => 0 });
      const ask = async (): Promise<unknown[]> => {
        const { headers } = await supertest(app).get("/").set("x-forwarded-for", "192.0.2.9");
        return [headers["ratelimit-policy"], headers["ratelimit"], headers["retry-after"]];
      };
      expect(await ask()).to.deep.equal(['"caller";q=2;w=60', '"caller";r=1;t=30', undefined]);
      await ask();
      expect(await ask()).to.deep.equal(['"caller";q=2;w=60', '"caller";r=0;t=60', "30"]);
    });

    it("a whole /64 of IPv6 as one caller, and IPv4 in IPv6 as IPv4", async () => {
      const app = createApp({ router, report: () => undefined, requestsPerMinute: 1, now: () => 0 });
      const ask = (address: string): Promise<number> => status(app, { "x-forwarded-for": address });
      expect([await ask("2001:db8::1"), await ask("2001:0DB8:0:0:ffff::2")]).to.deep.equal([200, 429]);
      expect(await ask("2001:db8:0:1::1"), "another network").to.equal(200);
      expect([await ask("::ffff:192.0.2.1"), await ask("192.0.2.1")]).to.deep.equal([200, 429]);
    });

    it("not on loopback", async () => {
      const app = createApp({ router, report: () => undefined, requestsPerMinute: 1, now: () => 0 });
      expect([await status(app, {}), await status(app, {})]).to.deep.equal([200, 200]);
    });
  });
});
