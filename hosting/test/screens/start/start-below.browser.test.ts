// What is below the start's button: joining with a link, choices for the new room, remembered
// rooms.
import { expect } from "chai";
import type { Page } from "playwright-core";
import { openRoom, openSite, refusal, roomPath, uuid, type Site } from "../site.ts";

const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute("data-testid"));

async function openStart(page: Page): Promise<void> {
  await page.goto("/");
  await page.getByTestId("join-text").waitFor();
}

/** The text that the field is described by. */
function readProblem(page: Page): Promise<string> {
  return page.evaluate(() => {
    const field = document.querySelector('[data-testid="join-text"]');
    return document.getElementById(field?.getAttribute("aria-describedby") ?? "")?.textContent ?? "";
  });
}

async function remember(page: Page): Promise<void> {
  await page.getByTestId("start-more").locator("summary").click();
  await page.getByTestId("remember-rooms").click();
}

const readStored = (page: Page) => page.evaluate(() => localStorage.getItem("recentRooms"));

/** Puts rooms into the browser as an earlier visit has. */
function storeRooms(page: Page, rooms: readonly { uuid: string; expiresInMs: number }[]): Promise<void> {
  return page.evaluate((given) => {
    const nowMs = Date.now();
    const stored = given.map(({ uuid: id, expiresInMs }, index) => ({
      ...{ uuid: id, path: `/r/${id}#AAECAwQFBgcICQoLDA0ODw`, isHost: index === 0, hostKey: "H".repeat(43) },
      ...{ seenAtMs: nowMs - index, expiresAtMs: nowMs + expiresInMs },
    }));
    localStorage.setItem("recentRooms", JSON.stringify(stored));
  }, rooms);
}

describe("below the start's button", function () {
  let site: Site;

  before(async () => {
    site = await openSite();
  });

  it("joins by a pasted text, without a reload and with the key", () =>
    site.visit({}, async ({ page, requested, faults }) => {
      await openStart(page);
      const link = `${site.origin}/r/${uuid}%23${roomPath.slice(-22)}`;
      await page.getByTestId("join-text").fill(`Meet me here: <${link}>). See you!`);
      await page.keyboard.press("Enter");
      await page.getByTestId("lobby").waitFor();
      expect(page.url()).to.equal(site.origin + roomPath);
      expect(requested.filter((path) => path === "/")).to.have.length(1);
      await page.waitForFunction(() => document.activeElement?.tagName === "H1");
      expect(await page.title()).to.equal("Ready? · meetogram");
      await page.goBack();
      await page.getByTestId("go").waitFor();
      expect(await page.title()).to.equal("meetogram: free video calls");
      expect(await page.evaluate(() => document.activeElement?.textContent)).to.equal("meetogram");
      expect(faults).to.deep.equal([]);
    }));

  it("says beside the field what is wrong with a text, and stays there", () =>
    site.visit({}, async ({ page, requested }) => {
      await openStart(page);
      const cases = [
        ["", "Paste the link that you were sent."],
        ["See you at ten", "There is no meeting link in this text."],
        [`${site.origin}/r/${uuid}#AAEC`, "This link is cut"],
        [`https://other.example${roomPath}`, "This link belongs to another site."],
      ] as const;
      for (const [text, problem] of cases) {
        await page.getByTestId("join-text").fill(text);
        expect(await readProblem(page)).to.equal("");
        await page.getByTestId("join").click();
        await page.getByText(problem).waitFor();
        expect(await readProblem(page)).to.include(problem);
        expect(await focused(page)).to.equal("join-text");
      }
      const link = page.getByTestId("elsewhere");
      expect(await link.textContent()).to.include("other.example");
      expect(await link.getAttribute("href")).to.equal(`https://other.example${roomPath}`);
      expect(page.url()).to.equal(`${site.origin}/`);
      expect(requested.filter((path) => path.startsWith("/room/") || path.startsWith("https:"))).to.deep.equal([]);
    }));

  it("takes a link without a key only where the room asks for none", () => {
    const asking = { json: { ...(openRoom as { json: object }).json, hasLinkProof: true, hasWaitingRoom: false } };
    const open = { json: { ...asking.json, hasLinkProof: false } };
    return site.visit({ answers: { room: asking } }, async ({ page, answers }) => {
      await openStart(page);
      await page.getByTestId("join-text").fill(uuid);
      await page.getByTestId("join").click();
      await page.getByText("This link is cut").waitFor();
      answers.room = open;
      await page.getByTestId("join").click();
      await page.getByTestId("lobby").waitFor();
      await page.getByTestId("no-key").waitFor();
      expect(page.url()).to.equal(`${site.origin}/r/${uuid}`);
    });
  });

  it("asks the server for what was chosen, without the password itself", () =>
    site.visit({ answers: { create: refusal(500, "internal") } }, async ({ page, answers }) => {
      const asked: Record<string, unknown>[] = [];
      page.on("request", (request) => {
        if (request.url().endsWith("/create")) asked.push(request.postDataJSON() as Record<string, unknown>);
      });
      await openStart(page);
      await page.getByTestId("start-more").locator("summary").click();
      await page.getByTestId("new-password").fill("swordfish");
      await page.getByTestId("new-seats").selectOption("3");
      await page.getByTestId("new-waiting-room").click();
      await page.getByText("password, up to 3 people, waiting room").waitFor();
      await page.getByTestId("go").click();
      await page.getByTestId("popup-retry").waitFor();
      answers.create = { json: { uuid, expiresAt: "2030-01-01T00:00:00.000Z", hostKey: "A".repeat(43) } };
      await page.getByTestId("popup-retry").click();
      await page.getByTestId("lobby").waitFor();
      for (const request of asked) {
        expect(request).to.include({ capacity: 3, hasWaitingRoom: true });
        expect(request["password"]).to.match(/^[\w-]{43}$/);
      }
      expect(asked.length).to.be.greaterThan(1);
      expect(await page.getByTestId("password").count()).to.equal(0);
      // After a reload too, the creator knows it.
      answers.room = { json: { ...(openRoom as { json: object }).json, isProtected: true, hasLinkProof: true } };
      const connects = page.waitForRequest((request) => request.url().endsWith("/connect"));
      await page.reload();
      expect((await connects).postDataJSON()).to.include({ password: asked.at(-1)!["password"] });
      expect(await page.getByTestId("password").count()).to.equal(0);
    }));

  it("remembers rooms only when asked to, lists them, and forgets them", () =>
    site.visit({}, async ({ page, answers, faults }) => {
      await openStart(page);
      expect(await page.getByTestId("recent-rooms").count()).to.equal(0);
      expect(await readStored(page)).to.equal(null);
      await remember(page);
      await page.getByText("No room yet.").waitFor();
      const rooms = [2, 3, 4].map((digit) => ({ uuid: `${digit}${uuid.slice(1)}`, expiresInMs: 60_000 }));
      await storeRooms(page, [...rooms, { uuid, expiresInMs: -1 }]);
      await openStart(page);
      await page.getByText("You are host", { exact: true }).waitFor();
      expect(await page.getByTestId("recent-room").count()).to.equal(3);
      await page.getByTestId("forget-room").nth(2).click();
      expect(await page.getByTestId("recent-room").count()).to.equal(2);
      expect(await page.evaluate(() => document.activeElement?.textContent)).to.equal("Recent rooms");
      const connects = page.waitForRequest((request) => request.url().endsWith("/connect"));
      await page.getByTestId("recent-room").first().click();
      await page.getByTestId("lobby").waitFor();
      expect((await connects).postDataJSON()).to.include({ uuid: rooms[0]!.uuid, hostKey: "H".repeat(43) });
      answers.room = refusal(404, "room-not-found");
      await page.goBack();
      await page.getByTestId("recent-room").nth(1).click();
      await page.getByTestId("dead-end").waitFor();
      await page.goBack();
      await page.getByTestId("recent-room").first().waitFor();
      expect(await page.getByTestId("recent-room").count()).to.equal(1);
      await page.getByTestId("forget-rooms").click();
      await page.getByText("No room yet.").waitFor();
      await remember(page);
      await page.getByTestId("recent-rooms").waitFor({ state: "detached" });
      expect(await readStored(page)).to.equal(null);
      expect(faults).to.deep.equal([]);
    }));

  it("says that a browser which stores nothing cannot remember rooms", () =>
    site.visit({ isAllowed: false }, async ({ page, faults }) => {
      await page.addInitScript(() => {
        Storage.prototype.setItem = () => {
          throw new DOMException("Full", "QuotaExceededError");
        };
      });
      await openStart(page);
      await remember(page);
      await page.getByRole("alert").getByText("This browser keeps nothing for this site").waitFor();
      expect(await page.getByTestId("remember-rooms").isChecked()).to.equal(false);
      expect(faults).to.deep.equal([]);
    }));

  it("moves nothing when it comes, and keeps the button in sight and everything within reach", () =>
    site.visit({ locale: "en-US" }, async ({ page }) => {
      let release = () => {};
      const held = new Promise<void>((resolve) => (release = resolve));
      await page.route("**/assets/StartBelow-*.js", async (route) => {
        await held;
        await route.continue();
      });
      const sizes = [
        [390, 844],
        [844, 390],
        [640, 360],
        [320, 568],
      ] as const;
      await page.goto("/");
      await page.getByTestId("language").waitFor();
      const places: object[] = [];
      const measure = async () => {
        for (const [width, height] of sizes) {
          await page.setViewportSize({ width, height });
          places.push((await page.getByTestId("go").boundingBox())!);
          const { y, height: own } = (await page.getByTestId("go").boundingBox())!;
          expect(y + own, `${width}x${height}`).to.be.at.most(height);
          expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width}`).to.be.at.most(width);
        }
      };
      await measure();
      release();
      await page.getByTestId("join-text").waitFor();
      await measure();
      expect(places.slice(sizes.length)).to.deep.equal(places.slice(0, sizes.length));
      await page.getByRole("link", { name: "Security" }).scrollIntoViewIfNeeded();
      await page.getByTestId("language").selectOption("ru");
      await page.getByRole("link", { name: "Безопасность" }).waitFor();
      const links = await page.locator("footer a").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
      expect(links).to.deep.equal(["/docs/ru/", "/docs/ru/privacy/", "/docs/ru/security/"]);
    }));
});
