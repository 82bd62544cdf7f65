// How often a meeting calls the functions. docs/cost.md repeats it.
import { readFile } from "node:fs/promises";
import { expect } from "chai";
import { withPeople, type Person } from "../../support/browser.ts";
import { expectSeesAndHears, meet } from "../../support/meeting.ts";
import { waitForDeadEnd } from "../../support/panel.ts";
import { useSystem } from "../../support/system.ts";

const openRequests = /^\/(v1\/)?(create|connect|user|room|appCheck)\b/;

function countRequests({ origin, requests }: Person): number {
  const own = requests.map((url) => new URL(url)).filter((url) => url.origin === origin);
  return own.filter(({ pathname }) => openRequests.test(pathname)).length;
}

describe("a meeting", () => {
  useSystem();

  it("calls the functions as often as docs/cost.md says", () =>
    withPeople(2, async (host, guest) => {
      await meet(host, guest);
      await expectSeesAndHears(host, 1);
      await expectSeesAndHears(guest, 1);
      for (const person of [guest, host]) {
        await person.page.getByTestId("leave").click();
        await waitForDeadEnd(person, "left");
      }
      const [ofHost, ofGuest] = [countRequests(host), countRequests(guest)];
      const text = await readFile(new URL("../../../../docs/cost.md", import.meta.url), "utf8");
      const row = text.split("\n").find((line) => line.startsWith("| requests of functions |")) ?? "";
      const cells = row.split("|").slice(2, -1).map(Number);
      expect(cells).to.deep.equal([2, 4, 8].map((people) => ofHost + (people - 1) * ofGuest));
    }));
});
