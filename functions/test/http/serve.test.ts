import { expect } from "chai";
import { Router } from "express";
import supertest from "supertest";
import { serve } from "../../src/http/serve.ts";
import { host } from "../stage/api.ts";
import { logOf } from "../stage/log.ts";
import { expectError } from "../stage/meeting.ts";

const answering = { router: Router().get("/", (_request, response) => void response.json({ answered: true })) };

describe("a served function", () => {
  it("loads its route once, on the first request", async () => {
    let loads = 0;
    const app = host(serve("test", () => Promise.resolve({ ...answering, loads: (loads += 1) })) as never);
    expect(loads).to.equal(0);
    await Promise.all([supertest(app).get("/"), supertest(app).get("/")]);
    await supertest(app).get("/");
    expect(loads).to.equal(1);
  });

  it("answers internal if its route does not load, and retries the load", async () => {
    let isBroken = true;
    const load = (): Promise<typeof answering> =>
      isBroken ? Promise.reject(new Error("no such module")) : Promise.resolve(answering);
    const app = host(serve("test", load) as never);
    const log = await logOf(async () => {
      const response = await supertest(app).get("/");
      expectError(response, 500, "internal");
      expect(response.text).not.to.include("no such module");
    });
    expect(log).to.include("no such module");
    isBroken = false;
    expect((await supertest(app).get("/")).body).to.deep.equal({ answered: true });
  });

  it("logs an unexpected error with its stack, and nothing of the request", async () => {
    const router = Router().post("/", () => {
      throw new TypeError("capacity is not a number");
    });
    const app = host(serve("test", () => Promise.resolve({ router })) as never);
    const log = await logOf(async () => {
      const response = await supertest(app)
        .post("/")
        .set("x-forwarded-for", "192.0.2.77")
        .set("authorization", "Bearer abc")
        .send({ password: "hunter2" });
      expectError(response, 500, "internal");
    });
    expect(log).to.include("test failed").and.to.include("capacity is not a number").and.to.include("serve.test.ts");
    expect(log).not.to.match(/hunter2|192\.0\.2\.77|Bearer/);
  });
});
