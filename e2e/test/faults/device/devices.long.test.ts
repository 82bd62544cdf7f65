// A browser without any device, and permission that is revoked during a call.
import { expect } from "chai";
import { openPerson, withBrowser, withPeople } from "../../support/browser.ts";
import { readTraffic } from "../../support/connections.ts";
import { eventually } from "../../support/eventually.ts";
import { connect, createRoom, expectSeesAndHears, meet, openLink } from "../../support/meeting.ts";
import { useSystem } from "../../support/system.ts";

describe("devices", () => {
  useSystem();

  it("missing: the person joins as a listener, sees and hears, and is shown without camera and microphone", () =>
    withBrowser([], (browser) =>
      withPeople([{}, { browser }], async (ann, ben) => {
        const link = await createRoom(ann!);
        await connect(ann!);
        await openLink(ben!, link);
        const notice = ben!.page.getByTestId("media-notice");
        await notice.waitFor();
        expect(await notice.innerText())
          .to.match(/no camera was found/i)
          .and.to.match(/no microphone was found/i);
        await connect(ben!);
        await expectSeesAndHears(ben!, 1);
        await ann!.page.getByTestId("tile-microphone-off").waitFor();
        await ann!.page.getByTestId("tile-camera-off").waitFor();
      }),
    ));

  it("revoked during the call: shown as off to the others, and the call continues", async () => {
    const ben = await openPerson();
    await withPeople(1, async (ann) => {
      try {
        await meet(ann, ben);
        for (const person of [ann, ben]) await expectSeesAndHears(person, 1);
        await ben.context.clearPermissions();
        await ann.page.getByTestId("tile-camera-off").waitFor();
        await ann.page.getByTestId("tile-microphone-off").waitFor();
        await ben.page.getByTestId("media-notice").waitFor();
        const { framesDecoded } = await readTraffic(ben.page);
        await eventually(
          "frames for the person without devices",
          () => readTraffic(ben.page),
          (now) => (now.framesDecoded[0] ?? 0) > (framesDecoded[0] ?? 0) + 2,
        );
      } finally {
        await ben.context.close();
      }
    });
  });
});
