// The check of a device in a real browser, with a real system behind it: everything that it looks
// at passes, and its report tells nothing of where and who.
import { expect } from "chai";
import { withPeople } from "../support/browser.ts";
import { getSystem, useSystem } from "../support/system.ts";

const address = /\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]{1,4}:[0-9a-f]{1,4}:|\.local\b/i;
const id = /[0-9a-f]{8}-[0-9a-f]{4}-|[A-Za-z0-9_-]{22,}/;

describe("the check of a device", () => {
  useSystem();

  it("passes where everything works, and calls itself with picture and sound", () =>
    withPeople([{}], async (person) => {
      const { page, origin, requests } = person!;
      const created = page.waitForResponse((response) => response.url().endsWith("/create"));
      await page.goto(`${origin}/check`);
      await page.getByTestId("check-start").click();
      await page.locator('[data-testid="check"][data-progress="done"]').waitFor();
      const states = await page
        .locator("[data-state]")
        .evaluateAll((lines) => lines.map((line) => `${line.dataset["testid"]}: ${line.dataset["state"]}`));
      const report = await page.getByTestId("report").inputValue();
      expect(states, report).to.have.length(12);
      // A browser without a window has no full screen, and this one shows no notifications.
      expect(
        states.filter((state) => !state.endsWith(": ok") && !state.startsWith("check-features")),
        report,
      ).to.deep.equal([]);
      expect(report).to.match(/camera: ok width=\d+ height=\d+ cameras=\d+/);
      expect(report).to.match(/call: ok pictureMs=\d+ soundMs=\d+/);
      expect(report).to.not.match(address);
      expect(report).to.not.match(id);
      expect(report).to.not.include("fake");
      // It has made one to learn of relays.
      const { firestore } = await getSystem();
      const { uuid } = (await (await created).json()) as { uuid: string };
      expect((await firestore.doc(`rooms/${uuid}`).get()).exists).to.equal(false);
      expect(requests.map((url) => new URL(url).pathname)).to.include.members(["/create", "/connect"]);
    }));
});
