import { expect } from "chai";
import { openSite, refusal, roomPath, uuid, type Site } from "../site.ts";

const requestID = "4bf92f3577b34da6a3ce929d0e0e4736";

describe("the start screen in a browser", function () {
  let site: Site;

  before(async () => {
    site = await openSite();
  });

  it("uses the browser's language, and keeps the chosen one after a reload", () =>
    site.visit({ locale: "ru-RU" }, async ({ page, faults }) => {
      await page.goto("/");
      await page.getByText("Быстрая коммуникация для эффективных людей.").waitFor();
      expect(await page.getByTestId("go").textContent()).to.contain("Начать встречу");
      await page.getByTestId("language").selectOption({ label: "English" });
      await page.getByText("Fast communication for effective people.").waitFor();
      await page.reload();
      await page.getByText("Fast communication for effective people.").waitFor();
      expect(await page.locator("html").getAttribute("lang")).to.equal("en");
      expect(faults).to.deep.equal([]);
    }));

  it("loads the texts of the language that it shows, and says when another one does not come", () =>
    site.visit({ locale: "ru-RU" }, async ({ page, requested }) => {
      await page.goto("/");
      await page.getByTestId("language").waitFor();
      await page.waitForLoadState("networkidle");
      const texts = () => requested.flatMap((url) => /assets\/(\w+-(?:page|room))-/.exec(url)?.[1] ?? []);
      // The words of the room are fetched ahead.
      expect(texts()).to.deep.equal(["ru-page", "ru-room"]);
      await page.route("**/assets/de-*.js", (route) => route.abort(), { times: 1 });
      const choice = page.getByTestId("language");
      await choice.selectOption("de");
      await page.getByText("Язык «Deutsch» не загрузился. Проверьте сеть и выберите его снова.").waitFor();
      await page.getByText("Быстрая коммуникация для эффективных людей.").waitFor();
      expect(await choice.inputValue()).to.equal("ru");
      await choice.selectOption("de");
      await page.getByText("Schnelle Verständigung für effektive Menschen.").waitFor();
      expect(await page.locator("html").getAttribute("lang")).to.equal("de");
      expect(texts().filter((name) => !/^(ru|de)-/.test(name))).to.deep.equal([]);
      await page.getByTestId("go").click();
      await page.getByPlaceholder("Wie andere Sie sehen").waitFor();
      // In the room a switch brings its words too.
      await choice.selectOption("uk");
      await page.getByPlaceholder("Як вас побачать інші").waitFor();
    }));

  it("shows its text before the application loads, and keeps a press made meanwhile", () =>
    site.visit({}, async ({ page }) => {
      let release = () => {};
      const held = new Promise<void>((resolve) => (release = resolve));
      await page.route("**/assets/mount-app-*.js", async (route) => {
        await held;
        await route.continue();
      });
      await page.goto("/", { waitUntil: "commit" });
      await page.getByText("Fast communication for effective people.").waitFor();
      await page.getByTestId("go").click();
      release();
      await page.getByTestId("lobby").waitFor();
    }));

  it("opens a room with a key in the address and without a reload", () =>
    site.visit({}, async ({ page, requested }) => {
      await page.goto("/");
      await page.getByTestId("go").click();
      await page.getByTestId("lobby").waitFor();
      expect(new URL(page.url()).pathname).to.equal(`/r/${uuid}`);
      expect(new URL(page.url()).hash).to.match(/^#[\w-]{22}$/);
      expect(requested.filter((path) => path === "/")).to.have.length(1);
      expect(requested.some((path) => path.startsWith("/room/"))).to.equal(false);
      await page.goBack();
      await page.getByText("Fast communication for effective people.").waitFor();
    }));

  it("loads no Firebase and contacts no other origin", () =>
    site.visit({}, async ({ page, requested }) => {
      await page.goto("/", { waitUntil: "networkidle" });
      await page.getByTestId("language").waitFor();
      expect(requested.every((path) => path.startsWith("/"))).to.equal(true);
      const sources = await Promise.all(
        requested.filter((path) => path.endsWith(".js")).map(async (path) => (await fetch(site.origin + path)).text()),
      );
      expect(sources.length).to.be.greaterThan(2);
      expect(sources.filter((source) => source.includes("firestore.googleapis.com"))).to.deep.equal([]);
    }));

  it("reports a server error in a popup, with what its operator needs, and retries", () =>
    site.visit(
      { answers: { create: refusal(500, "internal", { "x-request-id": requestID }) } },
      async ({ page, answers, faults }) => {
        await page.goto("/");
        await page.getByTestId("go").click();
        await page.getByRole("alert").getByText("Something broke on the server").waitFor();
        expect(await page.getByTestId("popup-request").innerText()).to.equal(requestID);
        answers.create = { json: { uuid, expiresAt: "2030-01-01T00:00:00.000Z", hostKey: "A".repeat(43) } };
        await page.getByTestId("popup-retry").click();
        await page.getByTestId("lobby").waitFor();
        expect(await page.getByTestId("popup").count()).to.equal(0);
        expect(faults).to.deep.equal([]);
      },
    ));

  it("disables Retry for as long as the server asked", () =>
    site.visit(
      { answers: { create: refusal(429, "rate-limited", { "retry-after": "2" }) } },
      async ({ page, answers }) => {
        await page.goto("/");
        await page.getByTestId("go").click();
        const retry = page.getByTestId("popup-retry");
        await page.getByText("Try again in 2 s").waitFor();
        expect(await retry.isDisabled()).to.equal(true);
        answers.create = refusal(500, "internal");
        await retry.click();
        await page.getByTestId("popup").getByText("Something broke on the server").waitFor();
      },
    ));

  it("works with the keyboard alone", () =>
    site.visit({}, async ({ page }) => {
      await page.goto("/");
      await page.getByTestId("language").waitFor();
      const focused = () => page.evaluate(() => document.activeElement?.getAttribute("data-testid"));
      await page.keyboard.press("Tab");
      expect(await focused()).to.equal("language");
      await page.keyboard.press("Tab");
      expect(await focused()).to.equal("go");
      await page.keyboard.press("Enter");
      await page.getByTestId("lobby").waitFor();
    }));

  for (const path of ["/about", "/r/", "/r/oops", `/r/${uuid.slice(1)}`]) {
    it(`shows "not found" at ${path} without asking the server`, () =>
      site.visit({}, async ({ page, requested, faults }) => {
        await page.goto(path);
        const deadEnd = page.getByTestId("dead-end");
        await deadEnd.waitFor();
        expect(await deadEnd.getAttribute("data-reason")).to.equal("not-found");
        await deadEnd.getByText("There is nothing at this address").waitFor();
        expect(requested.some((url) => url.startsWith("/room"))).to.equal(false);
        await page.getByTestId("start-over").click();
        await page.getByTestId("go").waitFor();
        expect(new URL(page.url()).pathname).to.equal("/");
        expect(faults).to.deep.equal([]);
      }));
  }

  it("puts a damaged link right in the address bar, without another entry in the history", () =>
    site.visit({}, async ({ page, requested, faults }) => {
      await page.goto("/");
      await page.getByTestId("go").waitFor();
      await page.goto(`/R/${uuid}.?utm_source=chat${roomPath.slice(-23)}%29.%20See%20you`);
      await page.getByTestId("lobby").waitFor();
      expect(page.url()).to.equal(site.origin + roomPath);
      expect(await page.getByTestId("no-key").count()).to.equal(0);
      expect(requested).to.include(`/room/${uuid}`);
      // Pasted into the address bar of the same page.
      await page.evaluate((hash) => (location.hash = hash), `${roomPath.slice(-23)}>`);
      await page.waitForURL(site.origin + roomPath);
      await page.evaluate((hash) => (location.hash = hash), roomPath.slice(-23, -1));
      const deadEnd = page.getByTestId("dead-end");
      await deadEnd.waitFor();
      expect(await deadEnd.getAttribute("data-reason")).to.equal("incomplete-link");
      expect(faults).to.deep.equal([]);
    }));

  it("says that a browser without WebRTC is not supported, and copies the link for another one", () =>
    site.visit({ permissions: ["clipboard-read", "clipboard-write"], isAllowed: false }, async ({ page }) => {
      await page.addInitScript(() => Reflect.deleteProperty(window, "RTCPeerConnection"));
      await page.goto(roomPath);
      expect(await page.getByTestId("dead-end").getAttribute("data-reason")).to.equal("unsupported");
      expect(await page.getByTestId("start-over").count()).to.equal(0);
      await page.getByTestId("copy-link").click();
      await page.getByText("Link copied").waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).to.equal(site.origin + roomPath);
    }));

  it("makes no room in a browser that could not enter it, and copies the site's address", () =>
    site.visit(
      { permissions: ["clipboard-read", "clipboard-write"], isAllowed: false },
      async ({ page, requested }) => {
        await page.addInitScript(() => Reflect.deleteProperty(window, "RTCPeerConnection"));
        await page.goto("/");
        await page.getByTestId("go").click();
        await page.locator('[data-testid="dead-end"][data-reason="unsupported"]').waitFor();
        await page.getByTestId("copy-link").click();
        await page.getByText("Link copied").waitFor();
        expect(await page.evaluate(() => navigator.clipboard.readText())).to.equal(`${site.origin}/`);
        expect(requested).to.not.include("/create");
      },
    ));

  for (const path of ["/", roomPath]) {
    it(`says at ${path.slice(0, 3)} that https is missing, and leads there`, () =>
      site.visit({}, async ({ page, requested, faults }) => {
        const origin = site.origin.replace("127.0.0.1", "insecure.test");
        await page.goto(origin + path);
        const deadEnd = page.getByTestId("dead-end");
        await deadEnd.waitFor();
        expect(await deadEnd.getAttribute("data-reason")).to.equal("insecure");
        const secure = origin.replace("http:", "https:") + path;
        expect(await page.getByTestId("open-https").getAttribute("href")).to.equal(secure);
        expect(await page.getByTestId("start-over").count()).to.equal(0);
        expect(requested.filter((url) => /create|room\/|connect/.test(url))).to.deep.equal([]);
        expect(faults).to.deep.equal([]);
      }));
  }

  it("guesses why a request did not get through, and says that it is offline only when it is", () =>
    site.visit({}, async ({ page }) => {
      await page.goto("/", { waitUntil: "networkidle" });
      // As an extension does.
      await page.route("**/create", (route) => route.abort("blockedbyclient"));
      await page.getByTestId("go").click();
      const popup = page.getByTestId("popup");
      await popup.getByText("Perhaps an extension or a firewall blocks it").waitFor();
      await page.context().setOffline(true);
      await page.getByTestId("popup-retry").click();
      await popup.getByText("You are offline").waitFor();
      await page.context().setOffline(false);
      await page.unroute("**/create");
      await page.getByTestId("popup-retry").click();
      await page.getByTestId("lobby").waitFor();
    }));
});
