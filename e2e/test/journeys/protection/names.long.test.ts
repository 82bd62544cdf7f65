// Names as others see them: two of one name, and a name that would turn or hide the text around it.
import { expect } from "chai";
import { withPeople, type Person } from "../../support/browser.ts";
import { eventually } from "../../support/eventually.ts";
import { connect, createRoom, openLink, waitForTiles } from "../../support/meeting.ts";
import { chooseAction, openPeoplePanel } from "../../support/panel.ts";
import { useSystem } from "../../support/system.ts";

async function enterAs(person: Person, name: string): Promise<void> {
  await person.page.getByTestId("name").fill(name);
  await connect(person);
}

describe("names", () => {
  useSystem();

  it("of two people are told apart in the tiles, in the panel and aloud, whatever is hidden in them", () =>
    withPeople(3, async (ann, ben, cat) => {
      const link = await createRoom(ann);
      await connect(ann);
      const heard: string[] = [];
      await ann.page.exposeFunction("hear", (text: string) => void heard.push(text));
      await ann.page.evaluate(() => {
        const place = document.querySelector('[data-testid="announcement"]')!;
        const hear = () => (window as unknown as { hear: (text: string | null) => void }).hear(place.textContent);
        new MutationObserver(hear).observe(place, { childList: true, characterData: true, subtree: true });
      });
      await openLink(ben, link);
      await enterAs(ben, "Anna");
      await waitForTiles(ann.page, 1);
      await openLink(cat, link);
      await enterAs(cat, "\u202ean\u200bna\u202c");
      await waitForTiles(ann.page, 2);
      const expected = ["Anna", "anna (2)"];
      const labels = () =>
        ann.page.getByTestId("tile").evaluateAll((tiles) => tiles.map((tile) => tile.getAttribute("aria-label")));
      await eventually("both names", labels, (found) => found.join() === expected.join());
      expect(await ann.page.locator('[data-testid="tile"] bdi').allTextContents()).to.deep.equal(expected);
      await openPeoplePanel(ann);
      expect(await ann.page.locator('[data-testid="person-row"] bdi').allTextContents()).to.deep.equal(expected);
      await chooseAction(ann, "remove-person", "last");
      await ann.page.getByText("Remove \u2068anna (2)\u2069?").waitFor();
      const said = expected.map((name) => `\u2068${name}\u2069 has joined`);
      await eventually(
        "both announcements",
        async () => heard,
        (texts) => said.every((text) => texts.some((it) => it.includes(text))),
      );
      // The first one leaves. The second one does not become the first.
      await ben.page.getByTestId("leave").click();
      await waitForTiles(ann.page, 1);
      expect(await labels()).to.deep.equal(["anna (2)"]);
    }));
});
