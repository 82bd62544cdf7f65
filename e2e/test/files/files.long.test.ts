// Files through cuts and reloads, between three, and of a page that does not obey.
import { expect } from "chai";
import type { WatchedWindow } from "../../../scripts/system/browsers/watch-connections.ts";
import { disobey, sendOverChannels } from "../support/attacks/disobedient.ts";
import { withPeople, type Person } from "../support/browser.ts";
import { eventually } from "../support/eventually.ts";
import { expectNoErrorsOrForeignRequests, meet, waitForTiles } from "../support/meeting.ts";
import { controlNetwork } from "../support/network/network.ts";
import { getSystem, useSystem } from "../support/system.ts";
import {
  createFile,
  hashOf,
  hashOfDownload,
  offerFiles,
  openFiles,
  readStates,
  readWritten,
  waitForStates,
  type TestFile,
} from "./give-and-take.ts";

/** It takes some seconds, so that there is a middle. */
const large = createFile("large.bin", 45_000_000);

async function meetInPanels(...people: [Person, ...Person[]]): Promise<string> {
  const link = await meet(...people);
  for (const { page } of people) await waitForTiles(page, people.length - 1);
  for (const person of people) await openFiles(person);
  return link;
}

/** Resolves when the receiver has written a part of it. */
async function sendUntilMiddle(from: Person, to: Person, file: TestFile): Promise<void> {
  await offerFiles(from, [file]);
  await to.page.getByTestId("file-accept").click();
  await eventually(
    "a part of the file",
    () => readWritten(to.page),
    (written) => written >= 5_000_000,
  );
}

describe("files that are interrupted", () => {
  useSystem();

  it("go on after a cut of 30 s", () =>
    withPeople(2, async (ann, ben) => {
      const network = await controlNetwork(ben.page);
      await meetInPanels(ann, ben);
      const saved = ben.page.waitForEvent("download", { timeout: 120_000 });
      await sendUntilMiddle(ann, ben, large);
      await network.goOffline();
      for (const { page } of [ann, ben]) await waitForStates(page, ["waiting"]);
      const written = await readWritten(ben.page);
      expect(written).to.be.below(large.buffer.length);
      await network.restore();
      expect(await hashOfDownload(await saved)).to.equal(hashOf(large));
      for (const { page } of [ann, ben]) await waitForStates(page, ["done"]);
    }));

  it("go on by themselves after a reload of the receiver, from where they were", () =>
    withPeople(2, async (ann, ben) => {
      await meetInPanels(ann, ben);
      await sendUntilMiddle(ann, ben, large);
      const saved = ben.page.waitForEvent("download", { timeout: 120_000 });
      await ben.page.reload();
      await openFiles(ben);
      expect(await hashOfDownload(await saved)).to.equal(hashOf(large));
      for (const { page } of [ann, ben]) await waitForStates(page, ["done"]);
      for (const person of [ann, ben]) expectNoErrorsOrForeignRequests(person);
    }));

  it("say that the sender was reloaded, and go on when it is given the file again", () =>
    withPeople(2, async (ann, ben) => {
      await meetInPanels(ann, ben);
      await sendUntilMiddle(ann, ben, large);
      await ann.page.reload();
      await ben.page.getByTestId("file-told").getByText("has reloaded the page").waitFor();
      const kept = await readWritten(ben.page);
      expect(kept).to.be.at.least(5_000_000);
      const saved = ben.page.waitForEvent("download", { timeout: 120_000 });
      const least: Promise<number> = ben.page.evaluate(
        () =>
          new Promise((resolve) => {
            let written = Infinity;
            new MutationObserver(() => {
              const row = document.querySelector<HTMLElement>('[data-testid="file"]');
              written = Math.min(written, Number(row?.dataset["written"]));
              if (row?.dataset["state"] === "done") resolve(written);
            }).observe(document.body, { subtree: true, attributes: true });
          }),
      );
      await offerFiles(ann, [large]);
      expect(await hashOfDownload(await saved)).to.equal(hashOf(large));
      expect(await least, "nothing was sent twice").to.be.at.least(kept);
      for (const { page } of [ann, ben]) await waitForStates(page, ["done"]);
    }));

  for (const which of ["sender", "receiver"] as const)
    it(`are cancelled by the ${which}, and leave nothing behind`, () =>
      withPeople(2, async (ann, ben) => {
        await meetInPanels(ann, ben);
        await sendUntilMiddle(ann, ben, large);
        const { page } = which === "sender" ? ann : ben;
        await page.getByTestId("file-cancel").click();
        for (const person of [ann, ben]) await waitForStates(person.page, ["cancelled"]);
        const kept = () =>
          ben.page.evaluate(async () => {
            let count = 0;
            const walk = async (folder: FileSystemDirectoryHandle) => {
              for await (const entry of folder.values())
                if (entry.kind === "directory") await walk(entry);
                else count += 1;
            };
            await walk(await navigator.storage.getDirectory());
            return count;
          });
        await eventually("an empty store", kept, (count) => count === 0);
      }));

  it("are held by either side, and go on when neither holds them", () =>
    withPeople(2, async (ann, ben) => {
      await meetInPanels(ann, ben);
      const saved = ben.page.waitForEvent("download", { timeout: 120_000 });
      await sendUntilMiddle(ann, ben, large);
      await ben.page.getByTestId("file-pause").click();
      await ann.page.getByTestId("file-told").getByText("Paused by Guest").waitFor();
      await ann.page.getByTestId("file-pause").click();
      await ben.page.getByTestId("file-pause").click();
      await ben.page.getByTestId("file-told").getByText("Paused by Guest").waitFor();
      const held = await readWritten(ben.page);
      expect(held).to.be.below(large.buffer.length);
      await ann.page.getByTestId("file-pause").click();
      expect(await hashOfDownload(await saved)).to.equal(hashOf(large));
    }));
});

describe("files of three", () => {
  useSystem();

  it("go to everybody, or to one, and no request holds any of them", () =>
    withPeople(3, async (ann, ben, cid) => {
      const { firestoreProxy } = await getSystem();
      const read = firestoreProxy.record();
      const sent: string[] = [];
      for (const { context } of [ann, ben, cid])
        context.on("request", (request) => sent.push(request.url(), request.postData() ?? ""));
      await meetInPanels(ann, ben, cid);
      const secret = { ...createFile("secret-name.txt", 0), buffer: Buffer.from("SecretContent".repeat(10_000)) };
      await offerFiles(ann, [secret]);
      await waitForStates(ann.page, ["offered", "offered"]);
      for (const { page } of [ben, cid]) {
        const [saved] = await Promise.all([page.waitForEvent("download"), page.getByTestId("file-accept").click()]);
        expect(await hashOfDownload(saved)).to.equal(hashOf(secret));
      }
      await waitForStates(ann.page, ["done", "done"]);

      // Ben has the number of a second Guest here: the first one in the list is one of the two.
      await offerFiles(ann, [createFile("for-one.bin", 1_000)], "Guest (2)");
      await waitForStates(ann.page, ["offered", "done", "done"]);
      const shown = await eventually(
        "an offer to one of two",
        async () => (await Promise.all([ben, cid].map(({ page }) => readStates(page)))).map(({ length }) => length),
        (counts) => counts.includes(2),
      );
      expect(shown.sort()).to.deep.equal([1, 2]);
      const texts = [...read(), ...sent].join("\n");
      expect(texts).to.include("inbox");
      for (const word of ["SecretContent", "secret-name"])
        for (const text of [word, Buffer.from(word).toString("base64").slice(0, 12)])
          expect(texts).not.to.include(text);
    }));

  it("end with a page that sends something else over their channel, and the call goes on", () =>
    withPeople(2, async (ann, eve) => {
      // It sends a ping over every channel, once a second.
      await eve.context.addInitScript(disobey);
      await meetInPanels(ann, eve);
      await offerFiles(eve, [large]);
      await ann.page.getByTestId("file-accept").click();
      await waitForStates(ann.page, ["failed"]);
      expect(await ann.page.getByTestId("file-told").innerText()).to.include("something other than the file");
      await waitForTiles(ann.page, 1);
    }));

  it("are not offered without end", () =>
    withPeople(2, async (ann, eve) => {
      await eve.context.addInitScript(disobey);
      await meetInPanels(ann, eve);
      const offers = Array.from({ length: 200 }, (_, index) => ({
        type: "file-offer",
        id: Buffer.from(String(index).padStart(16, "0")).toString("base64url"),
        name: `${index}.exe`,
        size: 4e9,
      }));
      await sendOverChannels(eve.page, offers.slice(0, 50));
      await eventually(
        "twenty offers",
        () => readStates(ann.page),
        ({ length }) => length === 20,
      );
      await sendOverChannels(eve.page, offers);
      await ann.page.locator('[data-testid="popup"][data-code="connection-closed"]').waitFor();
      await waitForTiles(ann.page, 0);
      await waitForStates(ann.page, []);
    }));

  it("open no channel that nobody has asked for", () =>
    withPeople(2, async (ann, eve) => {
      await meetInPanels(ann, eve);
      await eve.page.evaluate(() => {
        for (const connection of (window as WatchedWindow).connections ?? [])
          if (connection.connectionState === "connected") connection.createDataChannel("files");
      });
      await ann.page.locator('[data-testid="popup"][data-code="connection-closed"]').waitFor();
    }));
});
