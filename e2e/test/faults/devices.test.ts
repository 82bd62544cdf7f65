// Permission for camera and microphone is refused. The page says what to do.
import { expect } from "chai";
import { withPeople } from "../support/browser.ts";
import { connect, createRoom, expectSeesAndHears, openLink } from "../support/meeting.ts";
import { useSystem } from "../support/system.ts";

describe("devices", () => {
  useSystem();

  it("refused: a notice says how to allow them, and asking again works once they are granted", () =>
    withPeople([{}, { hasDevices: false }], async (ann, ben) => {
      const link = await createRoom(ann!);
      await connect(ann!);
      await openLink(ben!, link);
      const notice = ben!.page.getByTestId("media-notice");
      await notice.waitFor();
      expect(await notice.innerText()).to.match(/allow the camera and the microphone/i);
      await ben!.context.grantPermissions(["camera", "microphone"], { origin: ben!.origin });
      await ben!.page.getByTestId("ask-again").click();
      await notice.waitFor({ state: "detached" });
      await connect(ben!);
      for (const person of [ann!, ben!]) await expectSeesAndHears(person, 1);
    }));
});
