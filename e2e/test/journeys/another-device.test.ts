// A call that goes on with another device: the same participant, with all that belongs to it.
import { expect } from "chai";
import { readQrCode } from "../../../scripts/system/browsers/read-qr-code.ts";
import type { Person } from "../support/browser.ts";
import { withPeople } from "../support/browser.ts";
import {
  connect,
  createRoom,
  expectNoErrorsOrForeignRequests,
  expectSeesAndHears,
  openLink,
  waitForTiles,
} from "../support/meeting.ts";
import { openPeoplePanel, waitForDeadEnd } from "../support/panel.ts";
import { useSystem } from "../support/system.ts";

async function showCode({ page }: Person): Promise<string> {
  await page.getByTestId("more").click();
  await page.getByTestId("move").click();
  await page.locator('[data-testid="move-dialog"][data-state="shown"]').waitFor();
  return (await readQrCode(page.getByTestId("move-code"))) ?? expect.fail("no code");
}

describe("another device", () => {
  useSystem();

  it("goes on with the seat, name and role of a host, once, and the first device ends", () =>
    withPeople(4, async (laptop, ben, phone, late) => {
      const link = await createRoom(laptop);
      await laptop.page.getByTestId("name").fill("Ann");
      await connect(laptop);
      await openLink(ben, link);
      await connect(ben);
      await expectSeesAndHears(laptop, 1);
      const code = await showCode(laptop);
      expect(code.startsWith(`${link}.`)).to.equal(true);

      await phone.page.goto(code);
      await phone.page.getByTestId("call").waitFor();
      expect(phone.page.url(), "the code is gone from the address bar").to.equal(link);
      await waitForDeadEnd(laptop, "moved");
      await expectSeesAndHears(phone, 1);
      await waitForTiles(ben.page, 1);
      await ben.page.getByTestId("tile").getByText("Ann").first().waitFor();
      await openPeoplePanel(phone);
      await phone.page.getByTestId("lock-room").waitFor();

      await late.page.goto(code);
      await waitForDeadEnd(late, "move-used");
      await phone.page.reload();
      await expectSeesAndHears(phone, 1);
      await laptop.page.getByTestId("take-over").click();
      await connect(laptop);
      await expectSeesAndHears(laptop, 1);
      await waitForDeadEnd(phone, "moved");

      const secret = code.split(".").at(-1)!;
      for (const person of [laptop, ben, phone, late]) {
        expectNoErrorsOrForeignRequests(person);
        expect(person.requests.filter((url) => url.split("#")[0]!.includes(secret))).to.deep.equal([]);
      }
    }));
});
