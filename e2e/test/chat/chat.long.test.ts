// A newcomer gets what was written before. A page that does not obey harms nobody's chat. The
// server sees nothing of it.
import { expect } from "chai";
import type { Page } from "playwright-core";
import { disobey, sendOverChannels } from "../support/attacks/disobedient.ts";
import { withPeople, type Person } from "../support/browser.ts";
import { openChat, readChat, waitForChat, writeMessage } from "./write-and-read.ts";
import { eventually } from "../support/eventually.ts";
import { expectNoErrorsOrForeignRequests, meet, openLink, connect, waitForTiles } from "../support/meeting.ts";
import { getSystem, useSystem } from "../support/system.ts";

const idOf = (number: number) => String(number).padStart(22, "e");

const message = (number: number, text: string, change: object = {}) => ({
  id: idOf(number),
  order: Date.now() + number,
  writtenAtMs: Date.now(),
  text,
  ...change,
});

const chat = (number: number, text: string, change: object = {}) => ({
  type: "chat",
  message: message(number, text, change),
});

async function participantOf({ page }: Person): Promise<string> {
  return (await page.getByTestId("tile").first().getAttribute("data-participant")) ?? "";
}

const countShown = (page: Page, text: string) =>
  readChat(page).then((shown) => shown.filter((one) => one === text).length);

describe("the chat of three", () => {
  useSystem();

  it("is given to a newcomer, also what somebody wrote who has left", () =>
    withPeople(3, async (ann, ben, cid) => {
      const link = await meet(ann, ben);
      for (const { page } of [ann, ben]) await waitForTiles(page, 1);
      for (const person of [ann, ben]) await openChat(person);
      await writeMessage(ann, "Of Ann");
      await waitForChat(ben.page, ["Of Ann"]);
      await writeMessage(ben, "Of Ben");
      await waitForChat(ann.page, ["Of Ann", "Of Ben"]);
      await ben.page.getByTestId("leave").click();
      await waitForTiles(ann.page, 0);
      await openLink(cid, link);
      await connect(cid);
      await openChat(cid);
      await waitForChat(cid.page, ["Of Ann", "Of Ben"]);
      expect(await cid.page.getByTestId("chat-passed-on").allInnerTexts()).to.deep.equal(["passed on by Guest"]);
      await cid.page.getByTestId("chat-earlier").waitFor();
    }));

  it("stays where somebody reads, and follows at its end", () =>
    withPeople(2, async (ann, ben) => {
      await meet(ann, ben);
      for (const { page } of [ann, ben]) await waitForTiles(page, 1);
      for (const person of [ann, ben]) await openChat(person);
      const texts = Array.from({ length: 20 }, (_, index) => `Message ${index}`);
      for (const text of texts) await writeMessage(ann, text);
      await waitForChat(ben.page, texts);
      const list = ben.page.getByTestId("chat-list");
      const toEndPx = () => list.evaluate((box) => box.scrollHeight - box.clientHeight - box.scrollTop);
      expect(await toEndPx(), "it has followed").to.be.below(2);
      await list.evaluate((box) => box.scrollTo({ top: 0 }));
      await writeMessage(ann, "One more");
      await ben.page.getByTestId("chat-new").waitFor();
      expect(await list.evaluate((box) => box.scrollTop)).to.equal(0);
      await ben.page.getByTestId("chat-new").click();
      await ben.page.getByTestId("chat-new").waitFor({ state: "detached" });
      expect(await toEndPx()).to.be.below(2);
    }));

  it("stands a flood, forged orders, IDs and authors, and text that looks like a page", () =>
    withPeople(3, async (ann, ben, eve) => {
      await eve.context.addInitScript(disobey);
      await meet(ann, ben);
      const idOfAnn = await participantOf(ben);
      await openLink(eve, ann.page.url());
      await connect(eve);
      for (const { page } of [ann, ben, eve]) await waitForTiles(page, 2);
      for (const person of [ann, ben]) await openChat(person);
      await writeMessage(ann, "First");
      await waitForChat(ben.page, ["First"]);

      const script = '<img src="x" onerror="document.title=1"><script>document.title=1</script>';
      await sendOverChannels(eve.page, [
        chat(1, script),
        chat(2, "javascript:alert(1) data:text/html,x https://evil@good.example"),
        chat(3, "Far ahead", { order: 8_640_000_000_000, writtenAtMs: 8_640_000_000_000 }),
        { type: "chat-passed-on", author: idOfAnn, name: "Ann", message: message(4, "Forged") },
      ]);
      await eventually(
        "Eve's messages",
        () => countShown(ben.page, "Forged"),
        (count) => count === 1,
      );
      const forged = ben.page.getByTestId("chat-message").filter({ hasText: "Forged" });
      expect(await forged.getByTestId("chat-passed-on").count()).to.equal(1);
      expect(await countShown(ben.page, script)).to.equal(1);
      expect(await ben.page.locator('[data-testid="chat-text"] :is(a, img, script)').count()).to.equal(0);
      await writeMessage(ann, "Second");
      await eventually(
        "Ann's answer at the end",
        async () => (await readChat(ben.page)).at(-1),
        (last) => last === "Second",
      );

      await sendOverChannels(
        eve.page,
        Array.from({ length: 1_000 }, (_, index) => chat(100 + index, "Flood")),
      );
      for (const { page } of [ann, ben]) {
        await page.locator('[data-testid="popup"][data-code="connection-closed"]').waitFor();
        await waitForTiles(page, 1);
        const shown = await readChat(page);
        expect(shown).to.include.members(["First", "Second"]);
        expect(shown.length).to.be.at.most(150);
      }
      await writeMessage(ben, "Third");
      await eventually(
        "Ben's message",
        () => countShown(ann.page, "Third"),
        (count) => count === 1,
      );
      for (const person of [ann, ben]) expectNoErrorsOrForeignRequests(person);
    }));

  it("ends with somebody who sends a giant message", () =>
    withPeople(2, async (ann, eve) => {
      await eve.context.addInitScript(disobey);
      await meet(ann, eve);
      for (const { page } of [ann, eve]) await waitForTiles(page, 1);
      await openChat(ann);
      await sendOverChannels(eve.page, [chat(1, "Allowed")]);
      await waitForChat(ann.page, ["Allowed"]);
      await sendOverChannels(eve.page, [chat(2, "x".repeat(4_001)), chat(3, "After")]);
      await ann.page.locator('[data-testid="popup"][data-code="connection-closed"]').waitFor();
      await waitForTiles(ann.page, 0);
      expect(await readChat(ann.page)).to.deep.equal(["Allowed"]);
    }));

  it("does not pass through the server", () =>
    withPeople(2, async (ann, ben) => {
      const { firestoreProxy, denials } = await getSystem();
      const read = firestoreProxy.record();
      const sent: string[] = [];
      for (const { context } of [ann, ben])
        context.on("request", (request) => sent.push(request.url(), request.postData() ?? ""));
      await meet(ann, ben);
      for (const { page } of [ann, ben]) await waitForTiles(page, 1);
      for (const person of [ann, ben]) await openChat(person);
      await writeMessage(ann, "ChatPlaintext");
      await waitForChat(ben.page, ["ChatPlaintext"]);
      await ann.page.reload();
      await openChat(ann);
      await waitForChat(ann.page, ["ChatPlaintext"]);
      const recorded = read().join("\n");
      expect(recorded, "the server was asked for signals").to.include("inbox");
      const base64 = Buffer.from("ChatPlaintext").toString("base64").slice(0, 16);
      for (const text of [recorded, sent.join("\n"), denials.join("\n")])
        for (const secret of ["ChatPlaintext", base64]) expect(text).not.to.include(secret);
    }));
});
