// The door of a room with a waiting room, before anybody is connected, and the page of a refusal.
import { expect } from "chai";
import { openRoom, openSite, refusal, roomPath, uuid, type Answer, type Site } from "../site.ts";

const waitingRoom: Answer = { json: { ...(openRoom as { json: object }).json, hasWaitingRoom: true } };
const hostKey = "A".repeat(43);

const languages = [
  { locale: "en-US", ask: "Ask to join", refused: "The host did not let you in", again: "Ask again" },
  {
    locale: "ru-RU",
    ask: "Попросить войти",
    refused: "Организатор вас не впустил",
    again: "Попроситься снова",
  },
] as const;

describe("the lobby of a room with a waiting room", function () {
  let site: Site;
  before(async () => {
    site = await openSite();
  });

  for (const { locale, ask, refused, again } of languages) {
    it(`says that one asks to join, before there is a seat, in ${locale}`, () =>
      site.visit({ locale, answers: { room: waitingRoom } }, async ({ page, faults }) => {
        await page.goto(roomPath);
        await page.getByRole("button", { name: ask, exact: true }).waitFor();
        // A region that speaks when the person has asked.
        await page.getByTestId("asking").waitFor({ state: "attached" });
        expect(await page.getByTestId("asking").textContent()).to.equal("");
        expect(faults).to.deep.equal([]);
      }));

    it(`says what a refusal is and when one may ask again, in ${locale}`, () =>
      site.visit(
        { locale, answers: { connect: refusal(403, "refused", { "retry-after": "60" }) } },
        async ({ page, answers }) => {
          await page.goto(roomPath);
          await page.getByRole("heading", { name: refused }).waitFor();
          answers.connect = "never";
          answers.room = waitingRoom;
          await page.getByRole("button", { name: again, exact: true }).click();
          await page.getByRole("button", { name: ask, exact: true }).waitFor();
        },
      ));
  }

  it("asks nobody who has the host's key", () =>
    site.visit({ answers: { room: waitingRoom } }, async ({ page }) => {
      await page.addInitScript(([key, value]) => sessionStorage.setItem(key!, value!), [`hostKey:${uuid}`, hostKey]);
      await page.goto(roomPath);
      await page.getByText("2 people are inside").waitFor();
      await page.getByRole("button", { name: "Connect", exact: true }).waitFor();
    }));

  it("asks nobody where it is off", () =>
    site.visit({}, async ({ page }) => {
      await page.goto(roomPath);
      await page.getByText("2 people are inside").waitFor();
      await page.getByRole("button", { name: "Connect", exact: true }).waitFor();
      expect(await page.getByTestId("asking").textContent()).to.equal("");
    }));
});
