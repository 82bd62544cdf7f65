// The safety code that people compare. It is the same for everybody, and changes with everybody who
// comes. Those who have compared it are told who is new.
import { expect } from "chai";
import { withPeople, type Person } from "../../support/browser.ts";
import { eventually } from "../../support/eventually.ts";
import { connect, expectSeesAndHears, meet, openLink, waitForTiles } from "../../support/meeting.ts";
import { openPanel, readCode } from "../../support/safety-code.ts";
import { useSystem } from "../../support/system.ts";

/** Waits until everybody has a code, and it is the same one and none of the earlier ones. */
async function expectSameCode(people: readonly Person[], earlier: readonly string[] = []): Promise<string> {
  const codes = await eventually(
    "the same safety code",
    () => Promise.all(people.map(readCode)),
    ([first = "", ...others]) => first !== "" && !earlier.includes(first) && others.every((code) => code === first),
  );
  expect(codes[0]!.split(", ")).to.have.length(4);
  return codes[0]!;
}

describe("the safety code", () => {
  useSystem();

  it("is the same for everybody, changes with a newcomer, and says who is new; a reload changes nobody", () =>
    withPeople(3, async (ann, ben, cat) => {
      const link = await meet(ann, ben);
      for (const person of [ann, ben]) await openPanel(person);
      const ofTwo = await expectSameCode([ann, ben]);
      await ann.page.getByTestId("safety-match").click();
      await ann.page.getByTestId("safety-compared").waitFor();

      await ben.page.reload();
      await expectSeesAndHears(ann, 1);
      await openPanel(ben);
      // Another seat and other certificates, so another code. The same signing key, so nobody new.
      const afterReload = await expectSameCode([ann, ben], [ofTwo]);
      await ann.page.getByTestId("safety-compared").waitFor();

      await ann.page.getByTestId("close-panel").click();
      await openLink(cat, link);
      await cat.page.getByTestId("name").fill("Cat");
      await connect(cat);
      await waitForTiles(ann.page, 2);
      const note = ann.page.getByTestId("newcomers");
      await eventually(
        "the newcomer's name",
        () => note.innerText(),
        (text) => text.includes("Cat"),
      );
      await ann.page.getByTestId("compare").click();
      await openPanel(cat);
      await expectSameCode([ann, ben, cat], [ofTwo, afterReload]);
      expect(await ann.page.getByTestId("safety-newcomers").innerText()).to.include("Cat");
      await ann.page.getByTestId("safety-match").click();
      await ann.page.getByTestId("safety-compared").waitFor();
    }));
});
