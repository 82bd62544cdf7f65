// How a person controls who learns what, and what the interface says where nothing protects them.
import { createClient } from "@meetogram/client";
import { expect } from "chai";
import { withPeople } from "../../support/browser.ts";
import { readTraffic } from "../../support/connections.ts";
import { openPanel } from "../../support/safety-code.ts";
import { connect, createRoom, expectSeesAndHears, openLink } from "../../support/meeting.ts";
import { getSystem, useSystem } from "../../support/system.ts";

describe("privacy", () => {
  useSystem();

  it("admits nobody with a hidden address while there is no relay, and says so", () =>
    withPeople(2, async (ann, ben) => {
      const link = await createRoom(ann);
      await connect(ann);
      await ben.context.addInitScript(() => localStorage.setItem("isAddressHidden", "true"));
      await openLink(ben, link);
      await ben.page.locator('[data-testid="popup"][data-code="no-relay"]').waitFor();
      expect((await readTraffic(ben.page)).connected).to.equal(0);
      await ben.page.getByTestId("popup-retry").click();
      await connect(ben);
      await expectSeesAndHears(ben, 1);
    }));

  it("says what a link without a key does not protect, before and during the call", () =>
    withPeople(1, async (ann) => {
      const { url } = await getSystem();
      const { uuid } = await createClient({ baseURL: url }).createRoom();
      await openLink(ann, `${url}/r/${uuid}`);
      await ann.page.getByTestId("no-key").waitFor();
      await connect(ann);
      await openPanel(ann);
      const panel = await ann.page.getByTestId("safety-code").innerText();
      expect(panel).not.to.match(/\p{Emoji_Presentation}/u);
    }));
});
