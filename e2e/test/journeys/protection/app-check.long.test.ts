// App Check that is on: a system of its own, whose functions use the real Admin SDK. Only Google's
// servers are imitated. Pages do the work for their token, and meet.
import { createHash } from "node:crypto";
import { createClient, ApiError } from "@meetogram/client";
import { expect } from "chai";
import { projectID } from "../../../../scripts/system/local-config.ts";
import { imitateAppCheck, type AppCheckImitation } from "../../../../scripts/system/imitate-app-check.ts";
import { findFreePorts } from "../../../../scripts/system/ports.ts";
import { startSystem, type System } from "../../../../scripts/system/start-system.ts";
import { withPeople, type Person } from "../../support/browser.ts";
import { eventually } from "../../support/eventually.ts";
import {
  connect,
  createRoom,
  expectNoErrorsOrForeignRequests,
  expectSeesAndHears,
  openLink,
} from "../../support/meeting.ts";

const appID = "1:123456789:web:0a1b2c3d4e5f";
/** A sixteenth of the default: the machine may be busy. */
const bits = 14;

const countTokens = ({ requests }: Person) => requests.filter((url) => url.endsWith("/appCheck/token")).length;

/** What the page tells Firestore: with the SDK's WebChannel, headers stand in the first body. */
function watchFirestore({ page }: Person): string[] {
  const sent: string[] = [];
  page.on("request", (request) => {
    if (!request.url().includes("google.firestore.v1.Firestore/Listen")) return;
    sent.push(`${request.url()} ${JSON.stringify(request.headers())} ${request.postData() ?? ""}`);
  });
  return sent;
}

/** As another developer would write it. */
function solve(challenge: string, wanted: number): number {
  for (let counter = 0; ; counter += 1) {
    const hash = createHash("sha256").update(`${challenge}.${counter}`).digest();
    if (Math.clz32(hash.readUInt32BE(0)) >= wanted) return counter;
  }
}

describe("App Check", () => {
  let system: System;
  let imitation: AppCheckImitation;

  before(async () => {
    imitation = await imitateAppCheck(appID, projectID, bits);
    system = await startSystem({ ports: await findFreePorts(), env: imitation.envOfSuite });
  });

  after(async () => {
    await system.stop();
    imitation.close();
  });

  it("lets two people meet, whose pages have done the work once each, also after a reload", () =>
    withPeople([{ origin: system.url }, { origin: system.url }], async (ann, ben) => {
      const sent = watchFirestore(ann!);
      const link = await createRoom(ann!);
      await connect(ann!);
      await openLink(ben!, link);
      await connect(ben!);
      await Promise.all([expectSeesAndHears(ann!, 1), expectSeesAndHears(ben!, 1)]);
      expect([countTokens(ann!), countTokens(ben!)]).to.deep.equal([1, 1]);
      expect(sent.join("\n").toLowerCase()).to.match(/x-firebase-appcheck(%3a|"?:"?)eyj/);
      await ben!.page.reload();
      await Promise.all([expectSeesAndHears(ann!, 1), expectSeesAndHears(ben!, 1)]);
      expect(countTokens(ben!)).to.equal(1);
      for (const person of [ann!, ben!]) expectNoErrorsOrForeignRequests(person);
    }));

  it("says what the device is doing meanwhile", () =>
    withPeople([{ origin: system.url }], async (ann) => {
      const { page } = ann!;
      let release = () => {};
      const held = new Promise<void>((resolve) => (release = resolve));
      await page.route("**/appCheck/token", async (route) => {
        await held;
        await route.continue();
      });
      await page.goto(system.url);
      await page.getByTestId("go").click();
      await page.getByText("Checking your browser…").waitFor();
      release();
      await page.getByTestId("lobby").waitFor();
    }));

  describe("refuses a caller", () => {
    const ask = (token?: string) =>
      createClient({ baseURL: system.url, ...(token !== undefined && { appCheck: having(token) }) }).createRoom();
    const having = (token: string) => ({ token: () => token, renew: () => Promise.resolve() });
    const codeOf = (asking: Promise<unknown>) =>
      asking.then(
        () => "none",
        (error: unknown) => (error instanceof ApiError ? error.code : String(error)),
      );

    it("without a token, with a forged one, and with an expired one", async () => {
      expect(await codeOf(ask())).to.equal("app-check-required");
      expect(await codeOf(ask(imitation.sign({}, true)))).to.equal("app-check-required");
      const past = Math.floor(Date.now() / 1_000) - 10;
      expect(await codeOf(ask(imitation.sign({ exp: past })))).to.equal("app-check-required");
    });

    it("without the work, and lets it in with the work", async () => {
      const client = createClient({ baseURL: system.url });
      const { challenge, bits: asked } = await client.appCheckChallenge();
      expect(asked).to.equal(bits);
      const forged = { challenge: challenge.replace(/^./, (letter) => (letter === "A" ? "B" : "A")), counter: 0 };
      expect(await codeOf(client.appCheckToken(forged))).to.equal("wrong-challenge");
      const counter = solve(challenge, asked);
      // The first counter that does is found in order, so the one before does not.
      const idle = { challenge, counter: Math.max(0, counter - 1) };
      if (counter > 0) expect(await codeOf(client.appCheckToken(idle))).to.equal("insufficient-work");
      const { token } = await client.appCheckToken({ challenge, counter });
      expect(await codeOf(client.appCheckToken({ challenge, counter }))).to.equal("challenge-expired");
      expect(await codeOf(ask(token))).to.equal("none");
    });
  });

  it("tells a person when the server refuses the work", () =>
    withPeople([{ origin: system.url }], async (ann) => {
      const { page } = ann!;
      const refusal = { code: "wrong-challenge", message: "." };
      await page.route("**/appCheck/token", (route) => route.fulfill({ status: 403, json: refusal }));
      await page.goto(system.url);
      await page.getByTestId("go").click();
      await page.getByTestId("popup").waitFor();
      const code = await page.getByTestId("popup").getAttribute("data-code");
      expect(code).to.equal("app-check-failed");
      // A changed network can be the reason, so another challenge is worth the work.
      await eventually(
        "three attempts",
        async () => countTokens(ann!),
        (count) => count === 3,
      );
      await page.unroute("**/appCheck/token");
      await page.getByTestId("popup-retry").click();
      await page.getByTestId("lobby").waitFor();
    }));
});
