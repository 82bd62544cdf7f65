// Two people write to each other, and one of them reloads.
import { readFile } from "node:fs/promises";
import { expect } from "chai";
import { withPeople } from "../support/browser.ts";
import { openChat, waitForChat, writeMessage } from "./write-and-read.ts";
import { connect, expectNoErrorsOrForeignRequests, meet, openLink, waitForTiles } from "../support/meeting.ts";
import { useSystem } from "../support/system.ts";

describe("the chat", () => {
  useSystem();

  it("carries messages both ways, counts unread ones, and comes back once after a reload", () =>
    withPeople(2, async (ann, ben) => {
      await meet(ann);
      await openChat(ann);
      const field = ann.page.getByTestId("chat-field");
      await field.fill("Written alone");
      // This Enter ends a word of an input method.
      await field.dispatchEvent("keydown", { key: "Enter", isComposing: true });
      expect(await field.inputValue()).to.equal("Written alone");
      await field.press("Enter");
      await ann.page.getByTestId("chat-waiting").waitFor();
      await openLink(ben, ann.page.url());
      await connect(ben);
      for (const { page } of [ann, ben]) await waitForTiles(page, 1);

      // It waited for Ben, who is told by the button only: it is not new.
      await ben.page.getByTestId("chat-unread").getByText("1", { exact: true }).waitFor();
      await ann.page.getByTestId("chat-waiting").waitFor({ state: "detached" });
      expect(await ben.page.getByTestId("chat-preview").count()).to.equal(0);
      const preview = ben.page.getByTestId("chat-preview").waitFor();
      await writeMessage(ann, "See https://example.com/a.\n<b>not bold</b>");
      await ben.page.getByTestId("chat-unread").getByText("2", { exact: true }).waitFor();
      await preview;
      await openChat(ben);
      const both = ["Written alone", "See https://example.com/a.\n<b>not bold</b>"];
      await waitForChat(ben.page, both);
      expect(await ben.page.getByTestId("chat-unread").count()).to.equal(0);
      await ben.page.getByTestId("chat-earlier").waitFor();
      const shownLink = ben.page.locator('[data-testid="chat-text"] a');
      expect(await shownLink.getAttribute("href")).to.equal("https://example.com/a");
      expect(await shownLink.getAttribute("rel")).to.equal("noopener noreferrer");

      await writeMessage(ben, "Answer");
      for (const { page } of [ann, ben]) await waitForChat(page, [...both, "Answer"]);

      await ann.page.reload();
      await waitForTiles(ann.page, 1);
      await openChat(ann);
      await waitForChat(ann.page, [...both, "Answer"]);
      expect(await ann.page.getByTestId("chat-passed-on").count(), "Ann's page knows her messages again").to.equal(0);
      await writeMessage(ann, "Back");
      for (const { page } of [ann, ben]) await waitForChat(page, [...both, "Answer", "Back"]);

      const [download] = await Promise.all([
        ben.page.waitForEvent("download"),
        ben.page.getByTestId("chat-save").click(),
      ]);
      expect(download.suggestedFilename()).to.match(/^chat-\d{4}-\d\d-\d\d\.txt$/);
      const saved = await readFile(await download.path(), "utf8");
      expect(saved).to.match(/\] Guest: See https:\/\/example\.com\/a\.\n {4}<b>not bold<\/b>\n\[.*\] You: Answer\n/);
      for (const person of [ann, ben]) expectNoErrorsOrForeignRequests(person);
    }));
});
