// The clock of a device is wrong, or is corrected during a call. The call goes on, its documents
// are written, and newcomers get in.
import { withPeople } from "../../support/browser.ts";
import { controlClock, moveClock } from "../../support/device/device-clock.ts";
import { connect, expectSeesAndHears, meet, openLink } from "../../support/meeting.ts";
import { pressMicrophone } from "../../support/stored/own-document.ts";
import { useSystem } from "../../support/system.ts";

const minuteMs = 60_000;

describe("the clock of a device", () => {
  useSystem();

  it("is corrected during a call, each way: what is pressed arrives, and a newcomer gets in", () => {
    return withPeople(3, async (ann, ben, cat) => {
      await controlClock(ann);
      await controlClock(cat, -26 * 60 * minuteMs);
      const link = await meet(ann, ben);
      await expectSeesAndHears(ann, 1);
      const idOfAnn = (await ben.page.getByTestId("tile").getAttribute("data-participant"))!;
      for (const minutes of [3.6, 9 * 60, -12]) {
        await moveClock(ann, { wallMs: minutes * minuteMs });
        await pressMicrophone(ann, link, idOfAnn);
        await pressMicrophone(ann, link, idOfAnn);
      }
      await openLink(cat, link);
      await connect(cat);
      for (const person of [ann, ben, cat]) await expectSeesAndHears(person, 2);
    });
  });
});
