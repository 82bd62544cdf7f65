// App Check with the real Admin SDK: the challenge, the token for it, and what requests need.
import { limits, type ResponseOf } from "@meetogram/contract";
import { expect } from "chai";
import type { Express } from "express";
import supertest, { type Response } from "supertest";
import { demandAppCheck } from "../../src/app-check/demand.ts";
import { router } from "../../src/app-check/routes.ts";
import { createApp } from "../../src/http/app.ts";
import { createEndpoint } from "../../src/http/endpoint.ts";
import { appID, getImitation, solve, switchOnAppCheck } from "../stage/app-check.ts";
import { api, host } from "../stage/api.ts";
import { billOf } from "../stage/billing.ts";
import { expectError, firestore } from "../stage/meeting.ts";

const reported: unknown[] = [];
const caller = { "x-forwarded-for": "192.0.2.7" };
const second = 1_000;

type Challenge = ResponseOf<"appCheckChallenge">;

async function ask(headers: Record<string, string> = caller): Promise<Challenge> {
  const response = await api.appCheck().get("/appCheck/challenge").set(headers);
  expect(response.status, response.text).to.equal(200);
  return response.body as Challenge;
}

async function answer(body: object, headers: Record<string, string> = caller): Promise<Response> {
  return api.appCheck().post("/v1/appCheck/token").set(headers).send(body);
}

async function work(): Promise<{ challenge: string; counter: number }> {
  const { challenge, bits } = await ask();
  return { challenge, counter: solve(challenge, bits) };
}

async function getToken(): Promise<string> {
  return ((await answer(await work())).body as ResponseOf<"appCheckToken">).token;
}

describe("App Check that is on", () => {
  let switchOff: () => void;
  let app: Express;
  let created = 0;

  before(async () => {
    switchOff = await switchOnAppCheck();
    const route = createEndpoint("generateID", async () => {
      created += 1;
      return { userID: "6ff6f4b2-7d0d-4f8c-9f0c-0f4ad4a2f8b1" };
    });
    app = createApp({ router: route, guard: demandAppCheck, report: (error) => reported.push(error) });
  });

  after(() => switchOff());

  beforeEach(async () => {
    created = 0;
    reported.length = 0;
    (await getImitation()).isRefusing = false;
  });

  const request = async (token?: string): Promise<Response> =>
    supertest(app)
      .post("/user/generateID")
      .set(token === undefined ? {} : { "x-firebase-appcheck": token });

  it("gives a token for work, and lets it in until its time is over", async () => {
    const { body } = await answer(await work());
    expect(body.ttlMs).to.equal(limits.appCheckTtlMs);
    for (let times = 0; times < 3; times += 1) expect((await request(body.token)).status).to.equal(200);
    expect(created).to.equal(3);
  });

  it("says how much work there is, and for how long", async () => {
    expect(await ask()).to.include({ bits: 4, ttlMs: limits.challengeTtlMs });
  });

  it("reads the key of challenges once, and writes it once for all instances", async () => {
    await ask();
    expect(await billOf(() => ask())).to.include({ reads: 0, writes: 0 });
    const kept = await firestore().doc("server/appCheck").get();
    expect((kept.get("key") as Buffer).length).to.equal(32);
  });

  it("guards every function but the one that gives tokens", async () => {
    // Another copy of the module: the functions of this run were loaded while it was off.
    const functions = (await import(`../../src/index.ts?${Date.now()}`)) as Readonly<Record<string, never>>;
    const served = Object.keys(functions).filter((name) => !["sweep", "selfCheck"].includes(name));
    const refused: string[] = [];
    for (const name of served) {
      const path = name === "appCheck" ? "/appCheck/challenge" : "/";
      const { body } = await supertest(host(functions[name]!)).get(path);
      if (body.code === "app-check-required") refused.push(name);
    }
    expect(refused).to.have.members(served.filter((name) => name !== "appCheck"));
  });

  describe("refuses", () => {
    for (const [what, token] of [
      ["no token", () => undefined],
      ["text that is no token", () => "token"],
      ["an empty one", () => ""],
      ["a forged one", async () => (await getImitation()).sign({}, true)],
      ["an expired one", async () => (await getImitation()).sign({ exp: Math.floor(Date.now() / second) - 1 })],
      ["one of another app", async () => (await getImitation()).sign({ sub: "1:123456789:web:ffff" })],
      ["one of another project", async () => (await getImitation()).sign({ aud: ["projects/other"] })],
      ["one of another issuer", async () => (await getImitation()).sign({ iss: "https://securetoken.google.com/x" })],
      ["one without a signature", async () => (await getImitation()).sign().replace(/[^.]*$/, "")],
    ] as const) {
      it(`${what}, and does nothing for the request`, async () => {
        const response = await request(await token());
        expectError(response, 401, "app-check-required");
        expect(response.headers).to.include({ "www-authenticate": "FirebaseAppCheck" });
        expect(created).to.equal(0);
        expect(reported).to.deep.equal([]);
      });
    }

    it("a HEAD too, but answers a preflight, which has no headers of its own", async () => {
      expect((await supertest(app).head("/user/generateID")).status).to.equal(401);
      const preflight = await supertest(app).options("/user/generateID");
      expect(preflight.status).to.equal(204);
      expect(preflight.headers["access-control-allow-headers"]).to.include("X-Firebase-AppCheck");
    });

    it("a challenge that it has not made", async () => {
      const { counter } = await work();
      expectError(await answer({ challenge: "A".repeat(39), counter }), 403, "wrong-challenge");
    });

    it("a challenge of another network", async () => {
      const foreign = { "x-forwarded-for": "198.51.100.7" };
      expectError(await answer(await work(), foreign), 403, "wrong-challenge");
    });

    it("a challenge of another network, whatever else is written into the header", async () => {
      const foreign = { "x-forwarded-for": "192.0.2.7, 198.51.100.7" };
      expectError(await answer(await work(), foreign), 403, "wrong-challenge");
    });

    it("an expired challenge", async () => {
      const done = await work();
      const { now } = Date;
      const atMs = now() + limits.challengeTtlMs;
      Date.now = () => atMs;
      const response = await answer(done).finally(() => (Date.now = now));
      expectError(response, 403, "challenge-expired");
    });

    it("insufficient work", async () => {
      const { challenge, bits } = await ask();
      expectError(await answer({ challenge, counter: solve(challenge, bits, true) }), 403, "insufficient-work");
    });

    it("a challenge that has given a token", async () => {
      const done = await work();
      expect((await answer(done)).status).to.equal(200);
      expectError(await answer(done), 403, "challenge-expired");
    });

    it("all but one of many answers at once to one challenge", async () => {
      const done = await work();
      const answers = await Promise.all(Array.from({ length: 8 }, () => answer(done)));
      expect(answers.filter(({ status }) => status === 200)).to.have.length(1);
    });

    for (const counter of [-1, 0.5, 2 ** 53, "7", null]) {
      it(`the counter ${JSON.stringify(counter)}`, async () => {
        const { challenge } = await ask();
        expectError(await answer({ challenge, counter }), 400, "invalid-request");
      });
    }
  });

  it("asks more work of a network that asks often", async () => {
    const often = createApp({ router, report: () => undefined, requestsPerMinute: 1_000 });
    const bits: number[] = [];
    for (let asked = 0; asked < 150; asked += 1) {
      const response = await supertest(often).get("/appCheck/challenge").set("x-forwarded-for", "192.0.2.99");
      bits.push((response.body as Challenge).bits);
    }
    expect([bits[0], bits.at(-1)]).to.deep.equal([4, 5]);
  });

  it("says that Firebase gives no token, and reports why", async () => {
    const done = await work();
    (await getImitation()).isRefusing = true;
    const response = await answer(done);
    expectError(response, 503, "app-check-unavailable");
    expect(response.text).not.to.include("has not been used");
  });

  it("is not made to fetch keys again by tokens of unknown keys", async () => {
    await request(await getToken());
    (await getImitation()).isRefusing = true;
    const [, payload = "", signature = ""] = (await getImitation()).sign().split(".");
    const header = Buffer.from('{"kid":"unknown","typ":"JWT","alg":"RS256"}').toString("base64url");
    expectError(await request(`${header}.${payload}.${signature}`), 401, "app-check-required");
  });
});

describe("App Check that is off", () => {
  it("gives no challenge and no token, and says so", async () => {
    expectError(await api.appCheck().get("/appCheck/challenge"), 404, "app-check-off");
    const body = { challenge: "A".repeat(39), counter: 0 };
    expectError(await api.appCheck().post("/appCheck/token").send(body), 404, "app-check-off");
  });

  it("lets requests in without a token, and with any", async () => {
    for (const headers of [{}, { "x-firebase-appcheck": "anything" }] as Record<string, string>[]) {
      expect((await api.generateID().post("/user/generateID").set(headers)).status).to.equal(200);
    }
  });

  it("has an app ID nowhere", () => {
    expect(process.env["APP_CHECK_APP_ID"] ?? "").not.to.equal(appID);
  });
});
