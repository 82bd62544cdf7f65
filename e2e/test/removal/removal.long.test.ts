// Removals at the worst moments: during an ICE restart, during a reload, in the lobby.
import { openPerson, withPeople } from "../support/browser.ts";
import { disobey } from "../support/attacks/disobedient.ts";
import { eventually } from "../support/eventually.ts";
import { connect, expectSeesAndHears, meet, openLink, waitForTiles } from "../support/meeting.ts";
import { controlNetwork } from "../support/network/network.ts";
import { waitForDeadEnd } from "../support/panel.ts";
import { useSystem } from "../support/system.ts";
import {
  expectNothingMore,
  idOf,
  lastSeated,
  removeByHost,
  removeByRequest,
  tileOf,
  waitForOpen,
} from "./after-removal.ts";

describe("a removal", () => {
  useSystem();

  it("during an ICE restart: the person does not come back with the network", () =>
    withPeople(2, async (ann, eve) => {
      await eve.context.addInitScript(disobey);
      const network = await controlNetwork(eve.page);
      const link = await meet(ann, eve);
      await expectSeesAndHears(ann, 1);
      const idOfEve = await lastSeated(link);
      await network.dropPackets();
      await tileOf(ann, idOfEve).getByTestId("tile-silent").waitFor();
      await removeByHost(ann, idOfEve);
      await waitForTiles(ann.page, 0);
      await network.restore();
      await waitForOpen(ann, 0);
      await expectNothingMore(eve, { people: [], others: 0 });
      await waitForOpen(ann, 0);
      await waitForTiles(ann.page, 0);
    }));

  it("during a reload: the new page stays out", () =>
    withPeople(2, async (ann, ben) => {
      const link = await meet(ann, ben);
      await expectSeesAndHears(ann, 1);
      const idOfBen = (await idOf(ann))!;
      let letConnect = (): void => undefined;
      const isRemoved = new Promise<void>((resolve) => (letConnect = resolve));
      let isAsking = false;
      await ben.context.route("**/connect", async (route) => {
        isAsking = true;
        await isRemoved;
        await route.continue();
      });
      await ben.page.reload();
      await eventually(
        "the new page's request",
        async () => isAsking,
        (asking) => asking,
      );
      await removeByRequest(ann, link, idOfBen);
      letConnect();
      await waitForDeadEnd(ben, "removed");
      await waitForTiles(ann.page, 0);
      await waitForOpen(ann, 0);
    }));

  it("of somebody in the lobby: their connections close before they have entered", () =>
    withPeople(1, async (ann) => {
      const link = await meet(ann);
      const [ben, eve] = [await openPerson(), await openPerson()];
      try {
        await eve.context.addInitScript(disobey);
        for (const [index, person] of [ben, eve].entries()) {
          await openLink(person, link);
          await waitForOpen(ann, index + 1);
          await waitForOpen(person, 1);
        }
        const idOfEve = await lastSeated(link);
        await removeByRequest(ann, link, idOfEve);
        await waitForDeadEnd(eve, "removed");
        await waitForOpen(ann, 1);
        await connect(ben);
        await expectSeesAndHears(ann, 1);
        await expectNothingMore(eve, { people: [ann, ben], others: 1 });
        await waitForOpen(ann, 1);
      } finally {
        await Promise.all([ben, eve].map(({ context }) => context.close()));
      }
    }));
});
