// What must not be loaded before it is needed: the start screen brings neither the call nor Firebase.
import { expect } from "chai";
import { withPeople } from "../support/browser.ts";
import { eventually } from "../support/eventually.ts";
import { openStart } from "../support/meeting.ts";
import { useSystem } from "../support/system.ts";

/** Words that survive minification because browsers or servers read them. */
const marks = { call: "setParameters", firebase: "firestore.googleapis.com" };

describe("the start screen", () => {
  useSystem();

  it("loads Firebase only when the lobby needs it", () =>
    withPeople(1, async (person) => {
      const { page } = person;
      const scripts: Promise<string>[] = [];
      page.on("response", (response) => {
        if (response.url().endsWith(".js")) scripts.push(response.text());
      });
      await openStart(person);
      await page.waitForLoadState("networkidle");
      expect((await Promise.all(scripts)).join("\n")).not.to.include(marks.firebase);
      await page.getByTestId("go").click();
      await page.getByTestId("connect").waitFor();
      const read = async () => (await Promise.all(scripts)).join("\n");
      const loaded = await eventually("Firebase in the lobby", read, (code) => code.includes(marks.firebase));
      expect(loaded).to.include(marks.call);
    }));
});
