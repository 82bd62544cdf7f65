// A caller that writes every header it likes, new ones with each request. Google's front end adds
// the address that it saw at the end of X-Forwarded-For; nothing else of that header is true.
import { randomInt, randomUUID } from "node:crypto";
import { expect } from "chai";
import { Router } from "express";
import supertest from "supertest";
import { createApp, type AppOptions } from "../../src/http/app.ts";
import { api, atOneInstant } from "../stage/api.ts";
import { connectRequest, createRoom } from "../stage/meeting.ts";

const attacker = "192.0.2.66";
const router = Router().get("/", (_request, response) => void response.json({}));

const anyAddress = (): string =>
  randomInt(2) === 0 ? `198.51.100.${randomInt(256)}` : `2001:db8:${randomInt(65_536).toString(16)}::${randomInt(9)}`;

/** Every header in which some proxy or other names its client. */
function forgedHeaders(): Record<string, string> {
  const names = [
    ...["fastly-client-ip", "x-real-ip", "x-client-ip", "true-client-ip", "cf-connecting-ip", "x-fah-client-ip"],
    ...["x-appengine-user-ip", "x-cluster-client-ip", "x-forwarded", "forwarded-for", "x-original-forwarded-for"],
  ];
  const headers = Object.fromEntries(names.map((name) => [name, anyAddress()]));
  return { ...headers, forwarded: `for=${anyAddress()}`, "x-forwarded-host": `${randomUUID()}.example` };
}

/** As the platform hands it over: what the caller wrote, then the addresses that Google saw. */
function asSeen(...platform: string[]): Record<string, string> {
  const written = Array.from({ length: randomInt(4) }, anyAddress);
  return { ...forgedHeaders(), "x-forwarded-for": [...written, ...platform].join(", ") };
}

async function countAdmitted(
  headers: () => Record<string, string>,
  options: Partial<AppOptions> = {},
): Promise<number> {
  const app = createApp({ router, report: () => undefined, now: () => 0, ...options });
  let admitted = 0;
  for (let asked = 0; asked < 300; asked += 1) {
    const { status } = await supertest(app).get("/").set(headers());
    expect(status).to.be.oneOf([200, 429]);
    if (status === 200) admitted += 1;
  }
  return admitted;
}

describe("a caller that forges headers", function () {
  this.timeout(60_000);

  it("is limited like any other: 120 of 300 requests pass", async () => {
    expect(await countAdmitted(() => asSeen(attacker))).to.equal(120);
  });

  it("is limited through Hosting too, whose proxy is trusted", async () => {
    const trustedProxies = ["203.0.113.0/24"];
    expect(await countAdmitted(() => asSeen(attacker, "203.0.113.9"), { trustedProxies })).to.equal(120);
  });

  it("gains nothing at the function's own URL by naming a proxy of Hosting", async () => {
    const trustedProxies = ["203.0.113.0/24"];
    const direct = () => asSeen(anyAddress(), "203.0.113.9", attacker);
    expect(await countAdmitted(direct, { trustedProxies })).to.equal(120);
  });

  it("has no limit of its own where no platform adds an address, and shares that of loopback", async () => {
    expect(await countAdmitted(() => asSeen(), { hasPlatform: false })).to.equal(300);
  });

  it("has three guesses at a password at one instant, of 300", async () => {
    const { uuid } = await createRoom({ password: "open sesame" });
    const guess = async (index: number): Promise<number> => {
      const request = connectRequest(uuid, { password: `guess ${index}` });
      return (await api.connect().post("/connect").set(asSeen(attacker)).send(request)).status;
    };
    const statuses = await atOneInstant(async () => {
      const seen: number[] = [];
      for (let index = 0; index < 300; index += 1) seen.push(await guess(index));
      return seen;
    });
    expect(statuses.filter((status) => status === 403)).to.have.length(3);
    expect(statuses.filter((status) => status === 429)).to.have.length(297);
  });
});
