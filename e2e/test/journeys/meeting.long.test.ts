// More about people who meet: choices in the lobby, and a reload.
import { expect } from "chai";
import { withPeople } from "../support/browser.ts";
import { connect, createRoom, expectSeesAndHears, meet, openLink, waitForTiles } from "../support/meeting.ts";
import { useSystem } from "../support/system.ts";

describe("a meeting", () => {
  useSystem();

  it("keeps the choices made in the lobby", () =>
    withPeople(2, async (ann, ben) => {
      const link = await createRoom(ann);
      await connect(ann);
      await openLink(ben, link);
      await ben.page.getByTestId("toggle-camera").click();
      await ben.page.getByTestId("name").fill("Бен <b>&</b>");
      await connect(ben);
      await waitForTiles(ann.page, 1);
      await ann.page.getByTestId("tile-camera-off").waitFor();
      expect(await ann.page.getByTestId("tile").innerText()).to.include("Бен <b>&</b>");
    }));

  it("returns to the same room, entered, after a reload", () =>
    withPeople(2, async (ann, ben) => {
      const link = await meet(ann, ben);
      await expectSeesAndHears(ann, 1);
      await ben.page.reload();
      await ben.page.getByTestId("call").waitFor();
      expect(ben.page.url()).to.equal(link);
      await expectSeesAndHears(ben, 1);
      await expectSeesAndHears(ann, 1);
    }));

  it("admits a person without camera and microphone as a listener", () =>
    withPeople(2, async (ann, ben) => {
      await ben.context.clearPermissions();
      await meet(ann, ben);
      await expectSeesAndHears(ben, 1);
      await ann.page.getByTestId("tile-microphone-off").waitFor();
      await ann.page.getByTestId("tile-camera-off").waitFor();
    }));

  it("connects a third person", () =>
    withPeople(3, async (ann, ben, cat) => {
      await meet(ann, ben, cat);
      for (const person of [ann, ben, cat]) await expectSeesAndHears(person, 2);
    }));

  it("removes the tile of someone who leaves, and of someone whose tab is closed", () =>
    withPeople(3, async (ann, ben, cat) => {
      await meet(ann, ben, cat);
      await waitForTiles(ann.page, 2);
      await ben.page.getByTestId("leave").click();
      await waitForTiles(ann.page, 1);
      await cat.page.close({ runBeforeUnload: false });
      await waitForTiles(ann.page, 0);
    }));
});
