// The files as people see them: a note for what is offered, the panel, dropping, and the keyboard.
import { expect } from "chai";
import type { Page } from "playwright-core";
import { crowd, openCallPages, show, type CallPages } from "../call-page.ts";

const idOf = (number: number) => Buffer.alloc(16, number).toString("base64url");

describe("the files of a call", () => {
  let pages: CallPages;

  before(async function () {
    pages = await openCallPages();
  });
  after(() => pages.close());

  async function openCall(people = 2, options = {}): Promise<Page> {
    const page = await pages.open({ viewport: { width: 1_280, height: 720 }, ...options });
    await show(page, crowd(people));
    return page;
  }

  const offerTo = (page: Page, from: string, name: string, number = 1) =>
    page.evaluate(
      ([sender, file, id]) => window.testCall.hear(sender, { type: "file-offer", id, name: file, size: 2_000_000 }),
      [from, name, idOf(number)] as const,
    );

  const readSent = (page: Page) =>
    page.evaluate(() => window.testCall.sent.filter(({ message }) => message.type.startsWith("file-")));

  async function openFiles(page: Page) {
    await page.getByTestId("more").focus();
    await page.keyboard.press("Enter");
    await page.getByTestId("files").focus();
    await page.keyboard.press("Enter");
    await page.getByTestId("files-panel").waitFor();
  }

  it("that are offered are shown as a note, said once, and answered from the keyboard", async () => {
    const page = await openCall();
    const status = page.getByTestId("file-announcement");
    expect(await status.count(), "the region exists before it speaks").to.equal(1);
    await offerTo(page, "anna", "report.pdf");
    const note = page.getByTestId("file-note");
    await note.waitFor();
    const plain = (text: string | null) => text?.replace(/[\u2068\u2069]/g, "");
    expect(plain(await note.locator("span").innerText())).to.equal("Anna offers report.pdf, 2 MB");
    await status.getByText("report.pdf").waitFor();
    expect(plain(await status.textContent())).to.equal("Anna offers report.pdf, 2 MB");
    const box = (await note.boundingBox())!;
    for (const control of ["toggle-microphone", "leave", "more"]) {
      const { y } = (await page.getByTestId(control).boundingBox())!;
      expect(box.y + box.height, control).to.be.below(y);
    }
    await page.getByTestId("note-refuse").focus();
    await page.keyboard.press("Enter");
    await note.waitFor({ state: "detached" });
    expect(await readSent(page)).to.deep.equal([{ message: { type: "file-refuse", id: idOf(1) }, to: "anna" }]);
  });

  it("that come together are one note and one sentence, and count in the bar until they are seen", async () => {
    const page = await openCall();
    for (const number of [1, 2, 3]) await offerTo(page, "anna", `${number}.jpg`, number);
    await page.getByTestId("file-announcement").getByText("offers 3 files").waitFor();
    await page.getByTestId("more").getByText("3", { exact: true }).waitFor();
    expect(await page.getByTestId("more").getAttribute("aria-label")).to.include("3 files are waiting for you");
    await page.getByTestId("note-show").click();
    await page.getByTestId("files-panel").waitFor();
    expect(await page.getByTestId("file").count()).to.equal(3);
    expect(await page.getByTestId("file-note").count(), "the panel shows them").to.equal(0);
    // Whoever has left takes the offers along.
    await show(page, crowd(1, { 0: { name: "Boris" } }));
    await page.getByTestId("file").first().waitFor({ state: "detached" });
  });

  it("are chosen and offered to everybody or to one, and not before the press on Offer", async () => {
    const page = await openCall(3);
    await openFiles(page);
    await page
      .getByTestId("file-input")
      .setInputFiles({ name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("a") });
    await page.getByTestId("chosen-files").waitFor();
    expect(await readSent(page)).to.deep.equal([]);
    await page.getByTestId("offer-files").click();
    await page.getByTestId("file").nth(2).waitFor();
    await page
      .getByTestId("file-input")
      .setInputFiles({ name: "b.txt", mimeType: "text/plain", buffer: Buffer.from("b") });
    await page.getByTestId("file-to").selectOption("boris");
    await page.getByTestId("offer-files").click();
    await page.getByTestId("file").nth(3).waitFor();
    const offers = (await readSent(page)).map(({ message, to }) => [to, "name" in message && message.name]);
    expect(offers).to.deep.equal([
      ["anna", "a.txt"],
      ["boris", "a.txt"],
      ["clara", "a.txt"],
      ["boris", "b.txt"],
    ]);
    await page.keyboard.press("Escape");
    await page.getByTestId("files-panel").waitFor({ state: "detached" });
    expect(await page.evaluate(() => document.activeElement?.getAttribute("data-testid"))).to.equal("more");
  });

  it("that are dropped onto the call are chosen, and the page stays", async () => {
    const page = await openCall();
    const transfer = await page.evaluateHandle(() => {
      const data = new DataTransfer();
      data.items.add(new File(["dropped"], "dropped.txt"));
      return data;
    });
    const stage = page.locator(".stage");
    await stage.dispatchEvent("dragover", { dataTransfer: transfer });
    await page.getByTestId("drop-target").waitFor();
    await stage.dispatchEvent("drop", { dataTransfer: transfer });
    await page.getByTestId("drop-target").waitFor({ state: "detached" });
    await page.getByTestId("chosen-files").getByText("dropped.txt").waitFor();
    expect(await readSent(page)).to.deep.equal([]);
    await page.getByTestId("clear-files").click();
    await page.getByTestId("chosen-files").waitFor({ state: "detached" });
  });

  it("fit into a small window, with targets of 44 px", async () => {
    for (const viewport of [
      { width: 390, height: 844 },
      { width: 844, height: 390 },
    ]) {
      const page = await openCall(2, { viewport, hasTouch: true });
      await offerTo(page, "anna", `${"a very long name ".repeat(10)}.pdf`);
      await page.getByTestId("file-note").waitFor();
      await openFiles(page);
      await page.getByTestId("file").waitFor();
      const panel = page.getByTestId("files-panel");
      expect(await panel.evaluate((box) => box.scrollWidth - box.clientWidth)).to.equal(0);
      for (const button of await panel.locator("button").all()) {
        const { height } = (await button.boundingBox())!;
        expect(height).to.be.at.least(44);
      }
    }
  });
});
