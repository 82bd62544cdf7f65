// Where a person cannot continue, a page or a popup says why and what to do next.
import { randomUUID } from "node:crypto";
import { expect } from "chai";
import { Timestamp } from "firebase-admin/firestore";
import { openPerson, withPeople, type Person } from "../support/browser.ts";
import { eventually } from "../support/eventually.ts";
import {
  connect,
  createRoom,
  expectNoErrorsOrForeignRequests,
  openLink,
  openStart,
  waitForTiles,
} from "../support/meeting.ts";
import { getSystem, useSystem } from "../support/system.ts";

async function expectDeadEnd({ page }: Person, path: string, reason: string, text: string): Promise<void> {
  await page.goto((await getSystem()).url + path);
  const deadEnd = page.getByTestId("dead-end");
  await deadEnd.waitFor();
  expect(await deadEnd.getAttribute("data-reason")).to.equal(reason);
  expect(await deadEnd.innerText()).to.include(text);
}

describe("dead ends", () => {
  useSystem();

  it("shows a page for an unknown room (404)", () =>
    withPeople(1, async (person) => {
      await expectDeadEnd(person, `/r/${randomUUID()}`, "not-found", "There is nothing at this address");
      await person.page.getByTestId("start-over").click();
      await person.page.getByTestId("go").waitFor();
      expectNoErrorsOrForeignRequests(person);
    }));

  it("is none when a chat program has damaged the link: two people meet by it", () =>
    withPeople(2, async (ann, ben) => {
      const { pathname, hash } = new URL(await createRoom(ann));
      await connect(ann);
      const damaged = `${pathname.toUpperCase()}.%23${hash.slice(1, 9)}%E2%80%8B${hash.slice(9)}%29.%20See%20you`;
      await ben.page.goto((await getSystem()).url + damaged);
      await connect(ben);
      await waitForTiles(ben.page, 1);
      // Ben sends the link on from his address bar.
      expect(await ben.page.evaluate(() => location.pathname + location.hash)).to.equal(pathname + hash);
      await expectDeadEnd(ben, `${pathname}${hash.slice(0, -1)}`, "incomplete-link", "This link is incomplete");
      expectNoErrorsOrForeignRequests(ben);
    }));

  it("shows a page for an expired room (400)", () =>
    withPeople(2, async (ann, ben) => {
      const uuid = new URL(await createRoom(ann)).pathname.split("/")[2]!;
      const { firestore } = await getSystem();
      await firestore.doc(`rooms/${uuid}`).update({ expireAt: Timestamp.fromMillis(Date.now() - 1_000) });
      await expectDeadEnd(ben, `/r/${uuid}`, "expired", "This meeting is over");
    }));

  it("shows a page for a malformed room", () =>
    withPeople(1, async (person) => {
      await expectDeadEnd(person, "/r/not-a-room", "not-found", "There is nothing at this address");
    }));

  it("shows a page in both languages, with the status 404, for an unknown path", () =>
    withPeople(1, async (person) => {
      const { page } = person;
      const answer = await page.goto(`${(await getSystem()).url}/nowhere`);
      expect(answer?.status()).to.equal(404);
      const text = await page.getByTestId("not-found").innerText();
      expect(text).to.include("There is nothing at this address").and.include("По этому адресу ничего нет");
      await page.getByRole("link", { name: "Start a meeting" }).click();
      await page.getByTestId("go").waitFor();
    }));

  it("shows a popup when the server fails, and continues after a retry", () =>
    withPeople(1, async (person) => {
      const { page } = person;
      await openStart(person);
      let isFailing = true;
      await page.route("**/create", (route) =>
        isFailing ? route.fulfill({ status: 500, json: { code: "internal", message: "…" } }) : route.continue(),
      );
      await page.getByTestId("go").click();
      const popup = page.getByTestId("popup");
      await popup.waitFor();
      expect((await popup.innerText()).length).to.be.greaterThan(20);
      isFailing = false;
      await page.getByTestId("popup-retry").click();
      await page.getByTestId("lobby").waitFor();
    }));

  it("refuses one person too many with a page that says that the room is full", () =>
    withPeople(1, async (person) => {
      const { url } = await getSystem();
      const answer = await fetch(`${url}/create`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ capacity: 2 }),
      });
      const { uuid } = (await answer.json()) as { uuid: string };
      for (let seat = 0; seat < 2; seat += 1) {
        const seated = await fetch(`${url}/connect`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({
            uuid,
            userID: randomUUID(),
            session: randomUUID(),
            constraints: { audio: true, video: true },
          }),
        });
        expect(seated.status).to.equal(200);
      }
      await person.page.goto(`${url}/r/${uuid}`);
      const deadEnd = person.page.getByTestId("dead-end");
      await deadEnd.waitFor();
      expect(await deadEnd.getAttribute("data-reason")).to.equal("full");
    }));

  it("asks for the password of a protected room", () =>
    withPeople(1, async (person) => {
      const { url } = await getSystem();
      const answer = await fetch(`${url}/create`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ password: "открой" }),
      });
      const { uuid } = (await answer.json()) as { uuid: string };
      await openLink(person, `${url}/r/${uuid}`);
      await person.page.getByTestId("password").fill("wrong");
      await person.page.getByTestId("connect").click();
      const isRefused = () => person.page.getByTestId("password").getAttribute("aria-invalid");
      await eventually("a refused password", isRefused, (value) => value === "true");
      await person.page.getByTestId("password").fill("открой");
      await connect(person);
    }));

  it("uses Russian in a Russian browser, and can switch the language", async () => {
    const person = await openPerson({ locale: "ru-RU" });
    try {
      await openStart(person);
      expect(await person.page.getByTestId("go").innerText()).to.include("Начать встречу");
      expect(await person.page.innerText("body")).to.include("Быстрая коммуникация для эффективных людей.");
      await person.page.getByTestId("language").selectOption("en");
      await person.page.getByTestId("go").filter({ hasText: "Start a meeting" }).waitFor();
    } finally {
      await person.context.close();
    }
  });
});
