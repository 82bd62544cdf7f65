// A browser without any device.
import { expect } from "chai";
import { withBrowser, withPeople } from "../support/browser.ts";
import { connect, createRoom, expectSeesAndHears, openLink } from "../support/meeting.ts";
import { useSystem } from "../support/system.ts";

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
});
