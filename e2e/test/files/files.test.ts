// Two people give each other files. What is saved has the same bytes.
import { expect } from "chai";
import { withPeople } from "../support/browser.ts";
import { expectNoErrorsOrForeignRequests, meet, waitForTiles } from "../support/meeting.ts";
import { useSystem } from "../support/system.ts";
import { createFile, hashOf, hashOfDownload, offerFiles, openFiles, waitForStates } from "./give-and-take.ts";

describe("files", () => {
  useSystem();

  it("are offered by name, and cross only when they are accepted, with all their bytes", () =>
    withPeople(2, async (ann, ben) => {
      await meet(ann, ben);
      for (const { page } of [ann, ben]) await waitForTiles(page, 1);
      const report = createFile("Отчёт ../\u202eза.год.pdf", 5_000_000);
      await offerFiles(ann, [report]);
      const note = ben.page.getByTestId("file-note");
      await note.waitFor();
      const name = "Отчёт .._за.год.pdf";
      expect(await note.innerText())
        .to.include(name)
        .and.include("5 MB");
      await ben.page.getByTestId("file-announcement").getByText("offers").waitFor();
      await waitForStates(ann.page, ["offered"]);
      const [saved] = await Promise.all([
        ben.page.waitForEvent("download"),
        ben.page.getByTestId("note-accept").click(),
      ]);
      expect(saved.suggestedFilename()).to.equal(name);
      expect(await hashOfDownload(saved)).to.equal(hashOf(report));
      await waitForStates(ann.page, ["done"]);
      await openFiles(ben);
      await waitForStates(ben.page, ["done"]);

      await offerFiles(ben, [createFile("unwanted.exe", 10)]);
      await ann.page.getByTestId("file-refuse").click();
      for (const { page } of [ann, ben]) await waitForStates(page, ["refused", "done"]);
      for (const person of [ann, ben]) expectNoErrorsOrForeignRequests(person);
    }));
});
