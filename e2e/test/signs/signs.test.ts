// Hands, reactions, and what a host asks of somebody. A guest who asks the same is not obeyed.
import { expect } from "chai";
import { withPeople, type Person } from "../support/browser.ts";
import { disobey, sendOverChannels } from "../support/attacks/disobedient.ts";
import { eventually } from "../support/eventually.ts";
import { expectSeesAndHears, meet } from "../support/meeting.ts";
import { chooseAction, openPeoplePanel } from "../support/panel.ts";
import { useSystem } from "../support/system.ts";

const isMicrophoneOn = ({ page }: Person) =>
  page
    .getByTestId("toggle-microphone")
    .getAttribute("aria-pressed")
    .then((pressed) => pressed === "true");

const waitForMicrophone = (person: Person, isOn: boolean) =>
  eventually(
    "the microphone",
    () => isMicrophoneOn(person),
    (on) => on === isOn,
  );

describe("signs and requests", () => {
  useSystem();

  it("show a hand until the host lowers it, a reaction for a moment, and switch only off", () =>
    withPeople(2, async (ann, ben) => {
      await ben.page.addInitScript(disobey);
      await meet(ann, ben);
      await expectSeesAndHears(ann, 1);
      await ben.page.keyboard.press("Alt+KeyH");
      await ann.page.locator('[data-testid="tile"] [data-testid="hand-mark"]').waitFor();
      await ben.page.getByTestId("react").click();
      await ben.page.getByTestId("reaction-🎉").click();
      await ann.page.locator('[data-testid="reaction"]').waitFor();

      await openPeoplePanel(ann);
      await chooseAction(ann, "lower-hand");
      await ann.page.getByTestId("hand-mark").first().waitFor({ state: "detached" });
      expect(await ben.page.getByTestId("hand").getAttribute("aria-pressed")).to.equal("false");

      await chooseAction(ann, "ask-mute");
      await waitForMicrophone(ben, false);
      await ben.page.locator('[data-testid="host-request"][data-request="mute"]').waitFor();
      // Ben's own press, not the host's.
      await ben.page.getByTestId("toggle-microphone").click();
      await waitForMicrophone(ben, true);
      await ben.page.getByTestId("toggle-microphone").click();
      await chooseAction(ann, "ask-speak");
      await ben.page.locator('[data-testid="host-request"][data-request="speak"]').waitFor();
      expect(await isMicrophoneOn(ben)).to.equal(false);

      await sendOverChannels(ben.page, [
        { type: "request", request: "mute" },
        { type: "hand", order: 7 },
      ]);
      // The hand came after the request, over the same channel.
      await ann.page.getByTestId("hand-mark").first().waitFor();
      expect(await isMicrophoneOn(ann)).to.equal(true);
      expect(await ann.page.getByTestId("host-request").count()).to.equal(0);
    }));
});
