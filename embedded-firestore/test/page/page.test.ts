// The page at /ui in a real browser.
import { expect } from "chai";
import type { Browser, Page } from "playwright-core";
import { launchChromium } from "../../../scripts/system/browsers/launch-chromium.ts";
import { startFirestore, type RunningFirestore } from "../../src/index.ts";
import { rulesOf, tokenOf } from "../service/service-under-test.ts";

describe("the page for people", () => {
  let browser: Browser;
  let firestore: RunningFirestore;
  let page: Page;
  let faults: string[];

  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser.close());
  beforeEach(async () => {
    firestore = await startFirestore({
      rules: rulesOf("match /rooms/{room} { allow get: if request.auth.uid == 'bob' && room == 'a'; }"),
    });
  });
  afterEach(async () => {
    await page.context().close();
    await firestore.close();
  });

  const documents = "projects/demo-page/databases/(default)/documents";
  const call = (method: string, path: string, authorization = "Bearer owner", body?: object): Promise<Response> =>
    fetch(`http://${firestore.host}/v1/${documents}/${path}`, {
      method,
      headers: { Authorization: authorization },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });

  async function open(locale = "en-GB", path = "/ui"): Promise<void> {
    const context = await browser.newContext({ locale });
    page = await context.newPage();
    faults = [];
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    await page.goto(`http://${firestore.host}${path}`);
  }

  it("leads through collections and documents to fields, and shows what is new", async () => {
    await call("PATCH", "rooms/a", undefined, { fields: { name: { stringValue: "<b>hall</b>" } } });
    await call("PATCH", "rooms/none/seats/s", undefined, {});
    await open();
    await page.getByRole("button", { name: "rooms", exact: true }).click();
    await page.getByRole("button", { name: "none", exact: true }).waitFor();
    await call("PATCH", "rooms/new", undefined, {});
    await page.getByRole("button", { name: "new", exact: true }).waitFor();
    await page.getByRole("button", { name: "a", exact: true }).click();
    await page.getByText("<b>hall</b>").waitFor();
    await page.getByRole("button", { name: "rooms", exact: true }).click();
    await page.getByRole("button", { name: "none", exact: true }).click();
    await page.getByText("This document does not exist").waitFor();
    await page.getByRole("button", { name: "seats", exact: true }).click();
    await page.getByRole("button", { name: "s", exact: true }).waitFor();
    expect(faults).to.deep.equal([]);
  });

  it("shows denials with their explanation as they happen, and what the rules' tests lack", async () => {
    await call("PATCH", "rooms/a", undefined, {});
    await open();
    await page.getByText("Nothing was denied.").waitFor();
    await page.getByRole("cell", { name: "never evaluated" }).waitFor();
    expect((await call("GET", "rooms/a", tokenOf("alice"))).status).to.equal(403);
    const denial = page.locator("#denials li");
    await denial.getByText("get /rooms/a", { exact: true }).waitFor();
    expect(await denial.textContent())
      .to.contain("signed in")
      .and.to.contain(`"alice" == "bob"`);
    await page.getByRole("cell", { name: "never true" }).first().waitFor();
    expect(faults).to.deep.equal([]);
  });

  it("loads page after page of a long collection", async () => {
    for (let i = 0; i < 101; i += 1) await call("PATCH", `rooms/r${String(i).padStart(3, "0")}`, undefined, {});
    await open();
    await page.getByRole("button", { name: "rooms", exact: true }).click();
    await page.getByRole("button", { name: "r099", exact: true }).waitFor();
    expect(await page.getByRole("button", { name: "r100", exact: true }).count()).to.equal(0);
    await page.getByRole("button", { name: "Show more" }).click();
    await page.getByRole("button", { name: "r100", exact: true }).waitFor();
    expect(await page.getByRole("button", { name: "Show more" }).count()).to.equal(0);
  });

  it("speaks Russian to Russian browsers, and is small", async () => {
    await open("ru-RU", "/ui/");
    await page.getByRole("heading", { name: "Покрытие правил" }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).to.equal("ru");
    const sizes = await page.evaluate(`performance.getEntriesByType("resource")
      .filter(({ name }) => name.includes("/ui/")).reduce((sum, { decodedBodySize }) => sum + decodedBodySize, 0)`);
    expect(sizes).to.be.within(1, 20_000);
  });

  it("says that the server is gone, and goes on when it is back", async () => {
    await open();
    await page.getByText("Nothing was denied.").waitFor();
    const { port } = firestore;
    await firestore.close();
    await page.getByRole("alert").getByText("does not answer").waitFor();
    firestore = await startFirestore({ port });
    await page.getByRole("alert").waitFor({ state: "hidden" });
  });

  it("is served with a strict policy, and only what it consists of", async () => {
    await open();
    const answer = await fetch(`http://${firestore.host}/ui`);
    expect(answer.headers.get("content-security-policy")).to.contain("default-src 'none'").and.not.to.contain("unsafe");
    expect(answer.headers.get("content-security-policy")).to.contain("frame-ancestors 'none'");
    for (const path of ["/ui/none.js", "/ui/../index.ts", "/ui/%2e%2e/page-server.ts", "/uiother"]) {
      expect((await fetch(`http://${firestore.host}${path}`)).status, path).to.equal(404);
    }
    expect(await (await fetch(`http://${firestore.host}/`)).text()).to.equal("Ok\n");
  });
});
