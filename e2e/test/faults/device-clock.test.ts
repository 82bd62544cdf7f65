// The clock of a device is wrong, or is corrected during a call. The call goes on, its documents
// are written, and newcomers get in.
import { expect } from "chai";
import { withPeople, type Person } from "../support/browser.ts";
import { controlClock, moveClock } from "../support/device-clock.ts";
import { eventually } from "../support/eventually.ts";
import { connect, expectSeesAndHears, meet, openLink } from "../support/meeting.ts";
import { getSystem, useSystem } from "../support/system.ts";

const minuteMs = 60_000;

/** The person presses the microphone, and the server learns of it. */
async function pressMicrophone({ page }: Person, link: string, participantID: string): Promise<void> {
  const { firestore } = await getSystem();
  const own = firestore.doc(`rooms/${new URL(link).pathname.split("/").at(-1)}/users/${participantID}`);
  const read = async () => ((await own.get()).get("constraints.audio") as boolean | undefined) ?? null;
  const before = await read();
  await page.getByTestId("toggle-microphone").click();
  await eventually("the microphone in the document", read, (now) => now === !before);
  expect(await page.getByTestId("call").count()).to.equal(1);
}

describe("the clock of a device", () => {
  useSystem();

  it("is corrected during a call, each way: what is pressed arrives, and a newcomer gets in", function () {
    this.timeout(120_000);
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
